import HandlerContract
import JSONTree
import ResourceNames

/// One AWS API action: its name and its work. An action's file holds its input rules, output and `run`.
///
/// Input and output are the action's JSON shapes with the member names of the service model, whatever protocol carried them: `AWSWire` turns query,
/// REST-JSON and XML into this form and back, driven by `OperationShape`.
package protocol Operation: Sendable {
    /// `StartExecution`.
    static var name: String { get }
    /// Does the work.
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput
}

/// An action whose write can be worked out first and committed later, together with a state transition.
package protocol PreparableOperation: Operation {
    /// Works out the output and the writes; reserves what must not be given away meanwhile. `run` is this plus a commit.
    func prepare(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> (
        output: OperationOutput, effects: [any PreparedEffect]
    )
}

/// What an action answers.
package struct OperationOutput: Sendable {
    /// The output shape; `.object([])` when the action has none.
    package var body: JSON
    /// HTTP status; 200 unless the model says otherwise (Lambda: 201, 202, 204).
    package var status: Int = 200
    /// Extra reply headers (`X-Amz-Function-Error`).
    package var headers: [(name: String, value: String)] = []
    /// Bytes instead of a shape (the payload of Lambda's Invoke).
    package var rawBody: [UInt8]?
    /// Bytes that lie in a file (the content of an S3 object); before `rawBody` and shape.
    package var file: FileSlice?
    /// Bytes that come little by little, until there are no more or the client has gone; before all else.
    package var pieces: AsyncStream<[UInt8]>?
    /// An answer with a shape.
    package init(_ body: JSON = .emptyObject, status: Int = 200) {
        self.body = body
        self.status = status
    }
}

/// Who asks, from where, and under which id.
package struct RequestContext: Sendable {
    /// Account and region: of the SigV4 scope and the access key id, else the defaults.
    package var territory: Territory
    /// A UUID; answered as `x-amzn-RequestId`.
    package var requestID: String
    /// The access key id of the request, if it was signed or pretended to be.
    package var accessKeyID: String?
    /// `http://127.0.0.1:4566`: what URLs in answers start with (queue URLs), from the Host header.
    package var endpoint: String
    /// The user or session that sent the request; `nil` for the owner of the machine, and where a role acts.
    package var sender: Sender?
    /// Nothing about the request was checked, though requests must be signed here: it shows its right in what it carries, or has none.
    package var isStranger = false
    /// The role on whose behalf a task or a plugin acts; `nil` for a client's own request.
    package var roleARN: String?
    /// What the role's session is called: a function's name; empty for a name of chance, as tasks have.
    package var sessionName: String = ""
    /// Nested calls so far.
    package var depth: Int = 0
    /// Non-empty when a repeated call must not happen twice.
    package var idempotencyKey: String = ""
    /// Who waits for the end of what is started; else empty.
    package var awaitedBy: String = ""
    /// CloudFormation asks, for a stack: tags whose keys begin with `aws:` may be set, as it marks with them what belongs to a stack.
    package var maySetReservedTags = false
    /// Request headers REST actions read (lower-case names): `x-amz-invocation-type`.
    package var headers: [String: String] = [:]
    /// `X-Amzn-Trace-Id`: which trace the call belongs to; `nil` for none, and for what cannot be one (256 ASCII characters at most).
    package var traceHeader: String?
    /// Bytes of a blob payload (Lambda's Invoke), not parsed by the wire.
    package var rawBody: [UInt8] = []

    package init(territory: Territory, requestID: String, endpoint: String) {
        self.territory = territory
        self.requestID = requestID
        self.endpoint = endpoint
    }
}

/// An AWS failure of an action.
package struct ServiceError: Error, Sendable, Equatable {
    /// The AWS code: `ExecutionDoesNotExist`, `QueueDoesNotExist`.
    package var code: String
    package var message: String
    /// HTTP status.
    package var status: Int
    /// The legacy query code where the service has one (`AWS.SimpleQueueService.NonExistentQueue`); `nil`: the same as `code`.
    package var queryCode: String?
    /// Further members of the error shape (`reason` of ValidationException).
    package var members: [(name: String, value: JSON)] = []

    package init(
        _ code: String, _ message: String, status: Int = 400, queryCode: String? = nil,
        members: [(name: String, value: JSON)] = []
    ) {
        self.code = code
        self.message = message
        self.status = status
        self.queryCode = queryCode
        self.members = members
    }

    package static func == (one: ServiceError, other: ServiceError) -> Bool {
        one.code == other.code && one.message == other.message && one.status == other.status
    }
}
