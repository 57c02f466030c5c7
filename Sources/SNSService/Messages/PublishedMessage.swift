import JSONTree
import ResourceNames

/// A message as it was published to a topic.
package struct PublishedMessage: Sendable {
    /// The topic's ARN.
    package let topic: String
    /// The message's id.
    package let id: String
    /// The text.
    package let message: String
    /// The subject, if it has one.
    package let subject: String?
    /// When.
    package let at: Timestamp
}
