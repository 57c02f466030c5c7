import AWSWire

/// What the attributes of a message may be called.
///
/// Source: Amazon SNS developer guide, "Amazon SNS message attributes"; the words were observed on AWS.
enum MessageAttributeName {
    private static let bytesMax = 256

    /// Refuses what is no such name.
    static func check(_ name: String) throws(ServiceError) {
        guard name.utf8.count <= bytesMax else {
            throw refusal("Length of message attribute name must be less than \(bytesMax) bytes.")
        }
        guard !name.hasPrefix(".") else {
            throw refusal("Invalid message attribute name starting with character '.' was found.")
        }
        guard !name.hasSuffix(".") else {
            throw refusal("Invalid message attribute name ending with character '.' was found.")
        }
        if let other = name.unicodeScalars.first(where: { !isAllowed($0) }) {
            let code = String(other.value, radix: 16, uppercase: true)
            throw refusal(
                "Invalid non-alphanumeric character '#x\(code)' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots."
            )
        }
        guard !name.contains("..") else {
            throw refusal("Message attribute name can not have successive '.' character.")
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || (scalar.isASCII && TopicKey.isNameByte(UInt8(truncatingIfNeeded: scalar.value)))
    }

    private static func refusal(_ message: String) -> ServiceError { ServiceError("ParameterValueInvalid", message) }
}
