import JSONTree
import ResourceNames

/// Events as rules and targets see them.
///
/// Source: EventBridge user guide, "AWS service event metadata".
enum Event {
    /// Puts an event together; members stand in AWS's order.
    static func json(
        id: String, detailType: String, source: String, at time: Timestamp, in territory: Territory, resources: JSON,
        detail: JSON
    ) -> JSON {
        [
            "version": "0", "id": .string(id), "detail-type": .string(detailType), "source": .string(source),
            "account": .string(territory.account), "time": .string(text(of: time)),
            "region": .string(territory.region), "resources": resources, "detail": detail,
        ]
    }

    /// `2026-11-23T23:04:00Z`: events have no milliseconds.
    static func text(of time: Timestamp) -> String { String(time.iso8601.prefix(19)) + "Z" }
}
