import ResourceNames
import SNSService
import WebConsole

extension ConsoleFeed {
    /// Takes a message that was published.
    func take(_ published: PublishedMessage) {
        self.published(
            to: published.topic, published.message, subject: published.subject, id: published.id,
            at: published.at.milliseconds)
    }
}
