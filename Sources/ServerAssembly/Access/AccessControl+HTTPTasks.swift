import AWSWire
import AccessPolicies
import EventsService
import HTTPInvokeIntegration
import HandlerContract
import JSONTree
import ResourceNames

extension AccessControl {
    /// The resource of HTTP tasks.
    static let httpTask = "arn:aws:states:::http:invoke"

    /// Why a role may not make the request of an HTTP task; `nil` when it may.
    ///
    /// Source: Step Functions developer guide, "Call HTTPS APIs", IAM permissions to run an HTTP Task. The words for the endpoint and the name for the
    /// connection are observed; that the former is `States.Permissions` follows from the States Language and is not.
    func refusal(ofHTTPTask request: InvocationRequest, as role: String) -> HandlerFailure? {
        guard mode != .off, isSubject(role),
            let caller = Caller.session(of: role, named: Self.sessionName(request.idempotencyKey)),
            // What is no such task is refused by the integration, in its own words.
            let task = try? HTTPTask(request.payload.tree)
        else { return nil }
        let (sender, territory) = (Sender(caller: caller), request.territory)
        let machine = ExecutionARN(request.executionARN)?.stateMachine.text
        var call = Permission("states:InvokeHTTPEndpoint", on: machine ?? "*")
        call.keys = ["states:HTTPEndpoint": [task.endpoint], "states:HTTPMethod": [task.method]]
        do throws(ServiceError) { try check(call, by: sender, "states", in: territory) } catch {
            return HandlerFailure(
                type: "States.Permissions",
                message:
                    "AWS Step Functions is not authorized to perform states:InvokeHTTPEndpoint on API Endpoint \(task.endpoint). "
                    + "Ensure that the StateMachine role contains the states:InvokeHTTPEndpoint permission for the given API Endpoint"
            )
        }
        var needed = [Permission("events:RetrieveConnectionCredentials", on: task.connection)]
        if let secret = Connection.secretARN(of: task.connection) {
            needed += ["DescribeSecret", "GetSecretValue"].map { Permission("secretsmanager:\($0)", on: secret) }
        }
        do throws(ServiceError) {
            for permission in needed { try check(permission, by: sender, "events", in: territory) }
        } catch {
            return HandlerFailure(type: "Events.ConnectionResource.AccessDenied", message: error.message)
        }
        return nil
    }
}
