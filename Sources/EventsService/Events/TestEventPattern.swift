import AWSWire
import ContentPatterns
import JSONTree

/// `TestEventPattern`: whether a pattern wants an event.
struct TestEventPattern: Operation {
    static let name = "TestEventPattern"
    /// Source: API reference, `TestEventPattern`.
    private static let mandatory = ["id", "account", "source", "time", "region", "resources", "detail-type"]

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let (patternText, eventText) = (try input.requiredText("EventPattern"), try input.requiredText("Event"))
        let pattern: ContentPattern
        do throws(ContentPatternError) { pattern = try ContentPattern(text: patternText) } catch {
            throw .invalidPattern(error)
        }
        let event: JSON
        do throws(JSONError) { event = try JSON.parse(eventText) } catch {
            throw .invalid("Parameter Event is not valid. Reason: It is not JSON: \(error.message)")
        }
        if let absent = Self.mandatory.first(where: { event[$0] == nil }) {
            throw .invalid("Parameter Event is not valid. Reason: The field '\(absent)' is missing.")
        }
        return OperationOutput(["Result": .bool(pattern.matches(event))])
    }
}
