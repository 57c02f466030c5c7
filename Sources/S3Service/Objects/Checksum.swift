import JSONTree

/// A checksum kept with an object or a part.
struct Checksum: Equatable, Sendable {
    /// What was computed.
    let algorithm: ChecksumAlgorithm
    /// Base64; of an object made of parts with `-N` behind it unless it is of the whole.
    let text: String
    /// Whether it is of the whole content and not of the parts' checksums.
    var isOfWhole = true

    /// `FULL_OBJECT` or `COMPOSITE`.
    var type: String { isOfWhole ? "FULL_OBJECT" : "COMPOSITE" }

    /// A checksum as computed.
    init(_ algorithm: ChecksumAlgorithm, _ text: String, isOfWhole: Bool = true) {
        (self.algorithm, self.text, self.isOfWhole) = (algorithm, text, isOfWhole)
    }

    /// Reads the stored form.
    init?(json: JSON?) {
        guard let algorithm = json?["a"]?.stringValue.flatMap(ChecksumAlgorithm.init),
            let text = json?["v"]?.stringValue
        else { return nil }
        self.init(algorithm, text, isOfWhole: json?["w"] != false)
    }

    /// The stored form.
    var json: JSON { ["a": .string(algorithm.rawValue), "v": .string(text), "w": .bool(isOfWhole)] }

    /// Adds the members by which outputs tell it.
    func add(to output: inout JSONObject) {
        output[algorithm.member] = .string(text)
        output["ChecksumType"] = .string(type)
    }
}
