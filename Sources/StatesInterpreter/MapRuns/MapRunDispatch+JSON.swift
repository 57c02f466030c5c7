import JSONTree
import ResourceNames

/// A dispatch as it lies in the log of its Map Run and in snapshots of its parent.
extension MapRunDispatch {
    /// The stored form.
    package var json: JSON {
        var json: JSONObject = [
            "task": .integer(task), "stateName": .string(stateName), "label": .string(label), "id": .string(id),
            "arn": .string(arn), "redriveCount": .integer(Int64(redriveCount)), "input": input.tree,
        ]
        if let items { json["items"] = items.tree }
        json["exchange"] = exchange.json
        json["settings"] = settings.json
        json["variables"] = .object(variables)
        json["enteredAt"] = .integer(enteredAt.milliseconds)
        json["retryCount"] = .integer(Int64(retryCount))
        json["parentRedriveCount"] = .integer(Int64(parentRedriveCount))
        if let parentRedrivenAt { json["parentRedrivenAt"] = .integer(parentRedrivenAt.milliseconds) }
        if let outerItem { json["outerItem"] = [.integer(Int64(outerItem.index)), outerItem.value] }
        return .object(json)
    }

    /// Reads the stored form; `nil` when something is missing.
    package init?(json: JSON) {
        guard let task = json["task"]?.integerValue, let stateName = json["stateName"]?.stringValue,
            let label = json["label"]?.stringValue, let id = json["id"]?.stringValue,
            let arn = json["arn"]?.stringValue, let input = json["input"],
            let enteredAt = json["enteredAt"]?.integerValue
        else { return nil }
        self.init(
            task: task, stateName: stateName, label: label, id: id, arn: arn, input: Payload(input),
            enteredAt: Timestamp(milliseconds: enteredAt))
        redriveCount = Int(json["redriveCount"]?.integerValue ?? 0)
        items = json["items"].map { Payload($0) }
        exchange = MapRunExchange(json: json["exchange"])
        settings = MapRunSettings(json: json["settings"])
        variables = json["variables"]?.objectValue ?? JSONObject()
        retryCount = Int(json["retryCount"]?.integerValue ?? 0)
        parentRedriveCount = Int(json["parentRedriveCount"]?.integerValue ?? 0)
        parentRedrivenAt = json["parentRedrivenAt"]?.integerValue.map { Timestamp(milliseconds: $0) }
        if let outer = json["outerItem"]?.arrayValue, outer.count == 2, let index = outer[0].integerValue {
            outerItem = MapItem(index: Int(index), value: outer[1])
        }
    }
}
