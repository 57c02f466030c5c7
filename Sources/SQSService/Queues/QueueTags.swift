import AWSWire

/// The rules of a queue's tags.
///
/// Source: Amazon SQS developer guide, "Amazon SQS cost allocation tags"; the words as told by users of AWS.
enum QueueTags {
    /// Refuses what a client may not set.
    static func check(
        _ tags: [(key: String, value: String)], in context: RequestContext
    ) throws(ServiceError) {
        for (key, value) in tags {
            guard (1...TagText.keyMax).contains(key.unicodeScalars.count) else { throw badKeyLength }
            guard ReservedTags.mayBeSet([key], in: context) else {
                throw .invalidValue("Tag keys cannot start with the reserved prefix \"aws:\".")
            }
            guard TagText.isValid(key) else { throw .invalidValue("Tag keys \(characters)") }
            guard value.unicodeScalars.count <= TagText.valueMax else {
                throw .invalidValue("Tag values must be between 0 and \(TagText.valueMax) characters in length.")
            }
            guard TagText.isValid(value) else { throw .invalidValue("Tag values \(characters)") }
        }
    }

    /// A key that is too long, or none at all.
    static let badKeyLength = ServiceError.invalidValue(
        "Tag keys must be between 1 and \(TagText.keyMax) characters in length.")

    private static let characters =
        "may only contain unicode letters, digits, whitespace, or one of these symbols: _ . : / = + - @"
}
