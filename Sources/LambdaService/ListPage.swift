import JSONTree

/// A page of a list: what follows the marker, as many as were asked for, 50 at most.
struct ListPage<Item> {
    private let items: ArraySlice<Item>
    private let next: String?

    /// - Parameter marker: What names an item's place; the last one's of a page leads to the next page.
    init(_ all: [Item], _ input: JSON, marker: (Item) -> String) {
        let start = input["Marker"]?.stringValue.flatMap { text in
            all.firstIndex { marker($0) == text }.map { $0 + 1 }
        }
        let rest = all[(start ?? 0)...]
        items = rest.prefix(min(50, max(1, Int(input["MaxItems"]?.integerValue ?? 50))))
        next = items.count < rest.count ? items.last.map(marker) : nil
    }

    /// The action's output, the list as a member of a name.
    func output(_ name: String, _ form: (Item) -> JSON) -> JSON {
        var output = JSONObject([(name, .array(items.map(form)))])
        if let next { output["NextMarker"] = .string(next) }
        return .object(output)
    }
}
