/// Errors of `Codable` in words, with the place as a path: `$.items[2].qty: an integer is expected, not a string`.
enum CodingProblem {
    /// Words for an error of a type's coding; any other error speaks for itself.
    static func text(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, let context): words(context.codingPath + [key], "it is missing")
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            words(context.codingPath, context.debugDescription)
        case EncodingError.invalidValue(_, let context): words(context.codingPath, context.debugDescription)
        default: "\(error)"
        }
    }

    private static func words(_ path: [any CodingKey], _ problem: String) -> String {
        let place = path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
        return "$\(place): \(problem)"
    }
}
