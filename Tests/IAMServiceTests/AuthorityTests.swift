import AWSWire
import JSONTree
import ResourceNames
import SQLiteStore
import StorageContract
import TestSupport
import Testing

@testable import AccessPolicies
@testable import IAMService

/// What changes is obeyed at once, and again after a restart.
@Suite struct AuthorityTests {
    private static let role = "arn:aws:iam::000000000000:role/service/Worker"
    private let folder = TemporaryFolder()

    private struct World {
        let store: SQLiteStore
        let service: IAMService
        let dispatcher: Dispatcher

        func run(_ action: String, _ input: JSON) async throws(ServiceError) {
            let context = RequestContext(
                territory: Territory(account: "000000000000", region: "us-east-1"), requestID: "r",
                endpoint: "http://127.0.0.1:4566")
            _ = try await dispatcher.run(action, of: "iam", input, in: context)
        }

        var sends: AccessDecision {
            let session = "arn:aws:sts::000000000000:assumed-role/Worker/one"
            return service.authority.decide(
                AccessRequest(
                    caller: .roleSession(role: AuthorityTests.role, session: session), action: "sqs:SendMessage",
                    resource: "arn:aws:sqs:us-east-1:000000000000:orders", resourceAccount: "000000000000"))
        }
    }

    private func world() throws -> World {
        let store = try SQLiteStore(folder: folder.path)
        let service = try IAMService(store: store, clock: MovableClock())
        return World(store: store, service: service, dispatcher: Dispatcher([service.actions]))
    }

    private static let trust: JSON = .string(
        #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"states.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#
    )

    private static func policy(_ action: String, _ effect: String = "Allow") -> JSON {
        .string(
            #"{"Version":"2012-10-17","Statement":[{"Effect":"\#(effect)","Action":"\#(action)","Resource":"*"}]}"#)
    }

    @Test func everyChangeIsObeyedAtOnce() async throws {
        let world = try world()
        defer { world.store.close() }
        #expect(!world.service.authority.knows(role: Self.role))
        try await world.run(
            "CreateRole", ["RoleName": "Worker", "Path": "/service/", "AssumeRolePolicyDocument": Self.trust])
        #expect(world.service.authority.knows(role: Self.role))
        #expect(world.sends == .denied(.init(isExplicit: false, source: .identity)))
        try await world.run(
            "PutRolePolicy",
            ["RoleName": "Worker", "PolicyName": "send", "PolicyDocument": Self.policy("sqs:SendMessage")])
        #expect(world.sends.isAllowed)
        try await world.run(
            "CreatePolicy", ["PolicyName": "Never", "PolicyDocument": Self.policy("sqs:*", "Deny")])
        let never: JSON = "arn:aws:iam::000000000000:policy/Never"
        try await world.run("AttachRolePolicy", ["RoleName": "Worker", "PolicyArn": never])
        #expect(world.sends == .denied(.init(isExplicit: true, source: .identity)))
        try await world.run(
            "CreatePolicyVersion",
            ["PolicyArn": never, "PolicyDocument": Self.policy("sns:*", "Deny"), "SetAsDefault": true])
        #expect(world.sends.isAllowed)
        try await world.run("PutRolePermissionsBoundary", ["RoleName": "Worker", "PermissionsBoundary": never])
        #expect(world.sends == .denied(.init(isExplicit: false, source: .boundary)))
        try await world.run("DeleteRolePermissionsBoundary", ["RoleName": "Worker"])
        try await world.run("DeleteRolePolicy", ["RoleName": "Worker", "PolicyName": "send"])
        #expect(!world.sends.isAllowed)
    }

    @Test func aRestartForgetsNothing() async throws {
        let first = try world()
        try await first.run(
            "CreateRole", ["RoleName": "Worker", "Path": "/service/", "AssumeRolePolicyDocument": Self.trust])
        try await first.run(
            "AttachRolePolicy", ["RoleName": "Worker", "PolicyArn": "arn:aws:iam::aws:policy/AmazonSQSFullAccess"])
        try await first.run("CreateUser", ["UserName": "eve"])
        try await first.run("CreateAccessKey", ["UserName": "eve"])
        first.store.close()
        let second = try world()
        defer { second.store.close() }
        #expect(second.sends.isAllowed)
        await #expect(throws: ServiceError.self) { try await second.run("DeleteUser", ["UserName": "eve"]) }
    }

    @Test func aDeletedRoleMayDoNothingAfterARestartToo() async throws {
        let first = try world()
        #expect(!first.service.authority.knows(role: Self.role))
        try await first.run(
            "CreateRole", ["RoleName": "Worker", "Path": "/service/", "AssumeRolePolicyDocument": Self.trust])
        try await first.run("DeleteRole", ["RoleName": "Worker"])
        #expect(first.service.authority.knows(role: Self.role))
        #expect(first.service.authority.trust(of: Self.role) == nil)
        first.store.close()
        let second = try world()
        defer { second.store.close() }
        #expect(second.service.authority.knows(role: Self.role))
        #expect(!second.sends.isAllowed)
        try await second.run("CreateRole", ["RoleName": "Worker", "AssumeRolePolicyDocument": Self.trust])
        #expect(second.service.authority.trust(of: Self.role) != nil)
    }

    /// IAM keeps the unique ids of users and roles of its own account in place of their names.
    @Test(arguments: [
        ("arn:aws:iam::000000000000:user/ann", true), ("arn:aws:iam::000000000000:user/Ben", false),
        ("arn:aws:iam::000000000000:role/service/Worker", true), ("arn:aws:iam::000000000000:role/Worker", false),
        ("arn:aws:iam::000000000000:role/None", false), ("arn:aws:iam::000000000000:root", true),
        ("000000000000", true), ("*", true), ("arn:aws:iam::111122223333:role/None", true),
        ("arn:aws:sts::000000000000:assumed-role/Worker/one", true),
        ("arn:aws:sts::000000000000:assumed-role/None/one", false), ("arn:aws:iam::000000000000:role/*", false),
    ])
    func aTrustPolicyNamesWhoExists(principal: String, isTaken: Bool) async throws {
        let world = try world()
        defer { world.store.close() }
        try await world.run("CreateUser", ["UserName": "ann"])
        try await world.run(
            "CreateRole", ["RoleName": "Worker", "Path": "/service/", "AssumeRolePolicyDocument": Self.trust])
        let trust: JSON = .string(
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"\#(principal)"},"Action":"sts:AssumeRole"}]}"#
        )
        for (action, member) in [
            ("UpdateAssumeRolePolicy", "PolicyDocument"), ("CreateRole", "AssumeRolePolicyDocument"),
        ] {
            var refusal: String?
            do throws(ServiceError) {
                try await world.run(
                    action, .object(["RoleName": action == "CreateRole" ? "Other" : "Worker", member: trust]))
            } catch {
                refusal = "\(error.code): \(error.message)"
            }
            let words = "MalformedPolicyDocumentException: Invalid principal in policy: \"AWS\":\"\(principal)\""
            #expect(refusal == (isTaken ? nil : words))
        }
    }

    @Test func policiesOfAWSAreAsTheyShouldBe() throws {
        for policy in AWSPolicies.all.values {
            #expect(throws: Never.self) { try PolicyDocument(policy.document, kind: .identity) }
        }
        #expect(AWSPolicies.all["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"] != nil)
    }

    @Test func powerUsersMayDoAllButManageWhoMayDoWhat() async throws {
        let world = try world()
        defer { world.store.close() }
        try await world.run(
            "CreateRole", ["RoleName": "Worker", "Path": "/service/", "AssumeRolePolicyDocument": Self.trust])
        func may(_ action: String, by policy: String) async throws -> Bool {
            let arn: JSON = .string("arn:aws:iam::aws:policy/\(policy)")
            try await world.run("AttachRolePolicy", ["RoleName": "Worker", "PolicyArn": arn])
            let session = "arn:aws:sts::000000000000:assumed-role/Worker/one"
            let decision = world.service.authority.decide(
                AccessRequest(
                    caller: .roleSession(role: AuthorityTests.role, session: session), action: action, resource: "*",
                    resourceAccount: "000000000000"))
            try await world.run("DetachRolePolicy", ["RoleName": "Worker", "PolicyArn": arn])
            return decision.isAllowed
        }
        #expect(try await may("sqs:DeleteQueue", by: "PowerUserAccess"))
        #expect(try await may("iam:ListRoles", by: "PowerUserAccess"))
        #expect(try await !may("iam:CreateRole", by: "PowerUserAccess"))
        #expect(try await may("states:DescribeExecution", by: "ReadOnlyAccess"))
        #expect(try await !may("states:StartExecution", by: "ReadOnlyAccess"))
    }
}
