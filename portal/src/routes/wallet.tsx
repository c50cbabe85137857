export { WalletPage as default } from '@/features/ledger/WalletPage';
