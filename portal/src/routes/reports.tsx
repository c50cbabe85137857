export { LaneReportPage as default } from '@/features/analytics/LaneReportPage';
