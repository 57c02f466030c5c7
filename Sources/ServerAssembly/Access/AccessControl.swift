import AWSWire
import AccessPolicies
import Digests
import IAMService
import JSONTree
import Logging
import ResourceNames
import Synchronization

/// The one gate before all actions: finds out who asks, and asks the policies.
///
/// The owner of the machine, whose requests bear no key that was made here, may do everything; so may the server itself.
final class AccessControl: Gatekeeper {
    let mode: IAMMode
    private let authenticator: Authenticator
    let authority: Authority
    let clock: any WallClock
    private let logger: Logger
    /// Policies of resources: by service, then by the resource's ARN.
    private let resourcePolicies: [String: @Sendable (_ arn: String) -> String?]
    /// The tags of resources: by service, then by the resource's ARN.
    private let tagsOfResources = Mutex<[String: @Sendable (_ arn: String) -> [(key: String, value: String)]?]>([:])
    private let machineOfToken = Mutex<(@Sendable (_ token: String) -> String?)?>(nil)
    /// Roles that were let pass though they do not exist here; told once each.
    private let told = Mutex<Set<String>>([])

    init(
        mode: IAMMode, authenticator: Authenticator,
        resourcePolicies: [String: @Sendable (_ arn: String) -> String?], logger: Logger
    ) {
        self.resourcePolicies = resourcePolicies
        self.mode = mode
        self.authenticator = authenticator
        (authority, clock) = (authenticator.authority, authenticator.clock)
        self.logger = logger
    }

    func sender(of request: WireRequest, _ scope: CredentialScope?, isS3: Bool) throws(ServiceError) -> Sender? {
        try authenticator.sender(of: request, scope, isS3: isS3)
    }

    func admit(
        _ action: String, of service: String, _ input: JSON, in context: RequestContext
    ) throws(ServiceError) {
        guard mode != .off else { return }
        try checkTrust(action, of: service, input, in: context.territory)
        let sender: Sender
        if let role = context.roleARN {
            guard isSubject(role) else { return }
            let name = context.sessionName.isEmpty ? Self.sessionName(context.idempotencyKey) : context.sessionName
            guard let session = Caller.session(of: role, named: name) else { return }
            sender = Sender(caller: session)
        } else {
            guard let known = context.sender else { return }
            sender = known
        }
        for permission in permissions(for: action, of: service, input, in: context.territory) {
            try check(permission, by: sender, service, input, in: context.territory)
        }
    }

    /// Tells how the machine is found that a task token belongs to; the engine that knows is made after this.
    func findMachines(_ find: @escaping @Sendable (_ token: String) -> String?) {
        machineOfToken.withLock { $0 = find }
    }

    /// Tells where the tags of resources are; the services are made after this.
    func findTags(_ tags: [String: @Sendable (_ arn: String) -> [(key: String, value: String)]?]) {
        tagsOfResources.withLock { $0 = tags }
    }

    /// The tags of a resource, which need not be of the service that is asked.
    func tags(of resource: String) -> [(key: String, value: String)]? {
        guard let service = ARN(resource)?.service else { return nil }
        if service == "iam" { return authority.tags(of: resource) }
        return tagsOfResources.withLock { $0[service] }?(resource)
    }

    /// What an action asks for; the answer to a task asks for the machine that waits for it.
    private func permissions(
        for action: String, of service: String, _ input: JSON, in territory: Territory
    ) -> [Permission] {
        let needed = Permission.needed(for: action, of: service, input, in: territory)
        guard service == "states", action.hasPrefix("SendTask"), let token = input["taskToken"]?.stringValue,
            let find = machineOfToken.withLock({ $0 }), let machine = find(token)
        else { return needed }
        return needed.map { Permission($0.action, on: machine) }
    }

    /// Lets a role call a function directly, as a task whose resource is the function itself does.
    func admit(
        callOf function: FunctionName, as role: String, _ key: String
    ) throws(ServiceError) {
        guard mode != .off, isSubject(role), let caller = Caller.session(of: role, named: Self.sessionName(key)) else {
            return
        }
        try check(
            Permission("lambda:InvokeFunction", on: function.fullARN), by: Sender(caller: caller), "lambda",
            in: function.territory)
    }

    /// Whether a role's policies count. One that does not exist here is let pass, unless everything is enforced.
    func isSubject(_ role: String) -> Bool {
        if mode == .enforce || authority.knows(role: role) { return true }
        if told.withLock({ $0.count < Self.toldMax && $0.insert(role).inserted }) {
            logger.warning(
                "a role does not exist here: what it asks for is allowed",
                metadata: [
                    "role": "\(role)", "advice": "create it with 'aws iam create-role', or start with --iam enforce",
                ])
        }
        return false
    }

    /// Refuses what a caller may not do, in the words of a service.
    ///
    /// - Parameter input: Of the action, which may set tags.
    func check(
        _ permission: Permission, by sender: Sender, _ service: String, _ input: JSON = .null, in territory: Territory
    ) throws(ServiceError) {
        let owner = ARN(permission.resource).map(\.account) ?? ""
        var request = AccessRequest(
            caller: sender.caller, action: permission.action, resource: permission.resource,
            resourceAccount: owner.isEmpty ? territory.account : owner)
        fill(&request, sender, territory)
        for (key, values) in permission.keys { request[key] = values }
        let tagged = permission
        request.findKey = { [self] key in find(key, of: tagged, by: sender, service, input) }
        let resource = policy(of: permission, service)
        // Whoever gave a resource no policy did not mean to keep the services out that were told to use it.
        if case .service = sender.caller, resource == nil, mode == .auto { return }
        // They were checked when the session began.
        let session = sender.sessionPolicies.compactMap { try? PolicyDocument($0, kind: .identity) }
        let isAssumption = permission.action == "sts:AssumeRole"
        let decision = authority.decide(request, session: session, resource: resource, needsResource: isAssumption)
        guard case .denied(let denial) = decision else { return }
        request.action = Self.shownAction(permission.action)
        throw Self.refusal(service, denial.message(request, tellsWhose: !isAssumption))
    }

    /// The policy of what a permission is about. One that is none any more allows nothing.
    private func policy(of permission: Permission, _ service: String) -> PolicyDocument? {
        if permission.action == "sts:AssumeRole" { return authority.trust(of: permission.resource)?.policy }
        return resourcePolicies[service]?(permission.resource).flatMap { try? PolicyDocument($0, kind: .resource) }
    }

    private static let toldMax = 1_000

    /// What a task's session is called: AWS draws 32 letters; here they follow from the task, so that a history repeats.
    static func sessionName(_ key: String) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEF".utf8)
        return String(decoding: Digests.sha256(key.utf8).map { letters[Int($0 & 31)] }, as: UTF8.self)
    }

    /// As the service's own words name an action. Observed on AWS: SQS in lower case, SNS with its name in capitals.
    private static func shownAction(_ action: String) -> String {
        if action.hasPrefix("sqs:") { return action.lowercased() }
        return action.hasPrefix("sns:") ? "SNS:\(action.dropFirst(4))" : action
    }

    /// The error by which a service refuses.
    private static func refusal(_ service: String, _ message: String) -> ServiceError {
        switch service {
        case "sqs": ServiceError("AccessDenied", message, status: 403)
        case "sns": ServiceError("AuthorizationError", message, status: 403)
        case "iam", "sts", "s3", "cloudformation": ServiceError("AccessDenied", message, status: 403)
        case "lambda": ServiceError("AccessDeniedException", message, status: 403)
        default: ServiceError("AccessDeniedException", message)
        }
    }
}
