import JSONTree

/// Forms that elements of a policy share.
enum PolicyElement {
    /// A text or a list of texts.
    static func texts(_ json: JSON) throws(PolicyProblem) -> [String] {
        if let text = json.stringValue { return [text] }
        guard let list = json.arrayValue else { throw .syntax }
        var texts: [String] = []
        for item in list {
            guard let text = item.stringValue else { throw .syntax }
            texts.append(text)
        }
        return texts
    }
}
