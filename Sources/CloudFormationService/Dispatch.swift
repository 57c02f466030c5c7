import AWSWire
import JSONTree

/// Reaches an action of any service: the dispatcher, without importing who is behind it.
package typealias Dispatch =
    @Sendable (_ service: String, _ action: String, _ input: JSON, _ context: RequestContext)
    async throws(ServiceError) -> OperationOutput

/// Applies the macro `AWS::Serverless-2016-10-31` to a template, with the texts of its parameters.
package typealias ServerlessMacro =
    @Sendable (_ template: JSON, _ parameters: [String: JSON], _ context: RequestContext)
    throws(ServiceError) -> JSON
