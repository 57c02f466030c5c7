/// The texts of `Fn::Sub`.
enum SubstitutedText {
    /// Replaces each `${NAME}` for which there is something to put; `${!NAME}` and the others stay.
    static func replacing(in text: String, by replacement: (String) -> String?) -> String {
        var output = ""
        var rest = text[...]
        while let dollar = rest.firstRange(of: "${") {
            output += rest[..<dollar.lowerBound]
            guard let end = rest[dollar.upperBound...].firstIndex(of: "}") else {
                rest = rest[dollar.lowerBound...]
                break
            }
            output += replacement(String(rest[dollar.upperBound..<end])) ?? String(rest[dollar.lowerBound...end])
            rest = rest[rest.index(after: end)...]
        }
        return output + rest
    }
}
