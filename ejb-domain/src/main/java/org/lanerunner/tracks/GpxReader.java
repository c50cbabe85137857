package org.lanerunner.tracks;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * GPX 1.0 and 1.1, with or without its namespace. The points of all tracks are one journey. In a file without tracks
 * the journey goes along its routes; waypoints are no journey. A document type declaration is refused, so no entity is
 * ever expanded and nothing outside the file is ever read.
 */
final class GpxReader implements TrackReader {

    private static final int LONGEST_TEXT = 64;

    @Override
    public String format() {
        return "GPX";
    }

    @Override
    public boolean recognises(TrackSource source) {
        return source.beginning().startsWith("<");
    }

    @Override
    public List<TrackPoint> read(TrackSource source) {
        Document document = new Document();
        try {
            XMLStreamReader xml = open(source);
            try {
                document.read(source, xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException malformed) {
            throw source.unreadable(
                    "is broken XML"
                            + (malformed.getLocation() == null
                                            || malformed.getLocation().getLineNumber() < 1
                                    ? ""
                                    : " (line " + malformed.getLocation().getLineNumber() + ")"),
                    malformed);
        }
        if (document.trackPoints.isEmpty() && document.routePoints.isEmpty()) {
            throw source.unreadable(
                    document.waypoints == 0
                            ? "is GPX without a point in any track"
                            : "is GPX with waypoints only; a journey needs a track");
        }
        return document.trackPoints.isEmpty() ? document.routePoints : document.trackPoints;
    }

    /** This is the platform's own parser on purpose: on a server another one might be found first. */
    private static XMLStreamReader open(TrackSource source) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        byte[] bytes = source.bytes();
        int start = 0;
        while (start < bytes.length && bytes[start] != '<' && bytes[start] <= ' ' && bytes[start] > 0) {
            start++;
        }
        if (start < bytes.length && bytes[start] == '<' && bytes.length > start + 1 && bytes[start + 1] != 0) {
            InputStream stream = new ByteArrayInputStream(bytes, start, bytes.length - start);
            return factory.createXMLStreamReader(stream);
        }
        String text = source.text();
        return factory.createXMLStreamReader(new StringReader(text.substring(text.indexOf('<'))));
    }

    /** What has been read of the file so far. */
    private static final class Document {

        private final List<TrackPoint> trackPoints = new ArrayList<>();
        private final List<TrackPoint> routePoints = new ArrayList<>();
        private int waypoints;
        private int depth;
        private int pointDepth;
        private String point;
        private String latitude;
        private String longitude;
        private String time;
        private String fix;
        private String within;
        private final StringBuilder text = new StringBuilder();

        void read(TrackSource source, XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw source.unreadable("declares a document type or entities, which a track does not need");
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    start(source, localName(xml), xml);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    end(source);
                    depth--;
                } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)
                        && within != null
                        && text.length() < LONGEST_TEXT) {
                    text.append(xml.getText(), 0, Math.min(xml.getTextLength(), LONGEST_TEXT));
                }
            }
        }

        private void start(TrackSource source, String name, XMLStreamReader xml) {
            if (depth == 1 && !name.equals("gpx")) {
                throw source.unreadable(
                        "is XML of another kind (its root is <" + shortened(name) + ">); " + TrackFile.FORMATS_READ);
            }
            if (name.equals("trkpt") || name.equals("rtept") || name.equals("wpt")) {
                point = name;
                pointDepth = depth;
                latitude = xml.getAttributeValue(null, "lat");
                longitude = xml.getAttributeValue(null, "lon");
                time = null;
                fix = null;
            } else if (point != null && depth == pointDepth + 1 && (name.equals("time") || name.equals("fix"))) {
                within = name;
                text.setLength(0);
            }
        }

        private void end(TrackSource source) {
            if (within != null && depth == pointDepth + 1) {
                if (within.equals("time")) {
                    time = text.toString();
                } else {
                    fix = text.toString().strip();
                }
                within = null;
            }
            if (point != null && depth == pointDepth) {
                add(source);
                point = null;
            }
        }

        private void add(TrackSource source) {
            if (point.equals("wpt")) {
                waypoints++;
                return;
            }
            List<TrackPoint> points = point.equals("trkpt") ? trackPoints : routePoints;
            points.add(new TrackPoint(
                    null,
                    null,
                    time,
                    TrackCoordinate.parse(latitude),
                    TrackCoordinate.parse(longitude),
                    !"none".equalsIgnoreCase(fix)));
            TrackFile.refuseTooMany(source, points.size());
        }

        private static String localName(XMLStreamReader xml) {
            String name = xml.getLocalName();
            return name.substring(name.indexOf(':') + 1);
        }

        private static String shortened(String name) {
            return name.length() <= 30 ? name : name.substring(0, 30) + "…";
        }
    }
}
