import Testing

@testable import AccessPolicies

@Suite struct PolicySetTests {
    private static let account = "111122223333"
    private static let role = "arn:aws:iam::111122223333:role/Worker"
    private static let session = Caller.roleSession(
        role: role, session: "arn:aws:sts::111122223333:assumed-role/Worker/one")
    private static let queue = "arn:aws:sqs:us-east-1:111122223333:orders"

    private static func request(
        _ action: String = "sqs:SendMessage", by caller: Caller = session, on resource: String = queue,
        of account: String = account
    ) -> AccessRequest {
        AccessRequest(caller: caller, action: action, resource: resource, resourceAccount: account)
    }

    private static func policy(
        _ statements: String, _ kind: PolicyDocument.Kind = .identity
    ) throws -> PolicyDocument {
        try PolicyDocument(#"{"Version":"2012-10-17","Statement":[\#(statements)]}"#, kind: kind)
    }

    private static let allowAll = #"{"Effect":"Allow","Action":"*","Resource":"*"}"#

    @Test func nothingAllowsNothing() {
        let decision = PolicySet().decide(Self.request())
        #expect(decision == .denied(.init(isExplicit: false, source: .identity)))
        guard case .denied(let denial) = decision else { return }
        #expect(
            denial.message(Self.request())
                == "User: arn:aws:sts::111122223333:assumed-role/Worker/one is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:us-east-1:111122223333:orders because no identity-based policy allows the sqs:SendMessage action"
        )
    }

    @Test func aDenialBeatsAllConsent() throws {
        let policies = PolicySet(identity: [
            try Self.policy(Self.allowAll),
            try Self.policy(#"{"Effect":"Deny","Action":"sqs:Send*","Resource":"*"}"#),
        ])
        let decision = policies.decide(Self.request())
        #expect(decision == .denied(.init(isExplicit: true, source: .identity)))
        guard case .denied(let denial) = decision else { return }
        #expect(denial.message(Self.request()).hasSuffix("with an explicit deny in an identity-based policy"))
        #expect(policies.decide(Self.request("sqs:ReceiveMessage")).isAllowed)
    }

    @Test(arguments: [
        ("sqs:sendmessage", true), ("SQS:Send*", true), ("sqs:*", true), ("sqs:Send?essage", true),
        ("sqs:SendMessageBatch", false), ("sns:*", false),
    ])
    func actionsMayHaveWildcardsAndNoCase(_ action: String, _ isAllowed: Bool) throws {
        let policy = try Self.policy(#"{"Effect":"Allow","Action":["sns:X","\#(action)"],"Resource":"*"}"#)
        #expect(PolicySet(identity: [policy]).decide(Self.request()).isAllowed == isAllowed)
    }

    @Test(arguments: [
        ("*", true), ("arn:aws:sqs:us-east-1:111122223333:orders", true), ("arn:aws:sqs:*:*:ord*", true),
        ("arn:aws:sqs", true), ("arn:*:sqs:*:111122223333:order?", true), ("arn:aws:sqs:us-east-1:*:Orders", false),
        ("arn:aws:sqs:us-east-1:*", true), ("arn:aws:*rders", false), ("arn:aws:sns:*:*:*", false),
    ])
    func resourcesMayHaveWildcardsInTheirSegments(_ resource: String, _ isAllowed: Bool) throws {
        let policy = try Self.policy(#"{"Effect":"Allow","Action":"sqs:*","Resource":"\#(resource)"}"#)
        #expect(PolicySet(identity: [policy]).decide(Self.request()).isAllowed == isAllowed)
    }

    @Test func theLastSegmentHoldsColonsToo() throws {
        let policy = try Self.policy(
            #"{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"arn:aws:lambda:us-east-1:111122223333:function:buy*"}"#
        )
        let request = Self.request(
            "lambda:InvokeFunction", on: "arn:aws:lambda:us-east-1:111122223333:function:buy:LIVE")
        #expect(PolicySet(identity: [policy]).decide(request).isAllowed)
    }

    @Test func allButTheNamed() throws {
        let policy = try Self.policy(
            #"{"Effect":"Allow","NotAction":"iam:*","NotResource":"arn:aws:sqs:*:*:secret*"}"#)
        let policies = PolicySet(identity: [policy])
        #expect(policies.decide(Self.request()).isAllowed)
        #expect(!policies.decide(Self.request("iam:GetRole")).isAllowed)
        #expect(!policies.decide(Self.request(on: "arn:aws:sqs:us-east-1:111122223333:secret-1")).isAllowed)
    }

    @Test func aBoundaryAndASessionPolicyOnlyTakeAway() throws {
        let all = try Self.policy(Self.allowAll)
        let sns = try Self.policy(#"{"Effect":"Allow","Action":"sns:*","Resource":"*"}"#)
        #expect(
            PolicySet(identity: [all], boundary: sns).decide(Self.request())
                == .denied(.init(isExplicit: false, source: .boundary)))
        #expect(
            PolicySet(identity: [all], boundary: all, session: [sns]).decide(Self.request())
                == .denied(.init(isExplicit: false, source: .session)))
        #expect(PolicySet(boundary: all).decide(Self.request()) == .denied(.init(isExplicit: false, source: .identity)))
        #expect(PolicySet(identity: [all], boundary: all, session: [all]).decide(Self.request()).isAllowed)
    }

    @Test func aResourceThatNamesTheCallerNeedsNoOtherConsent() throws {
        func named(_ principal: String) throws -> PolicySet {
            PolicySet(
                resource: try Self.policy(
                    #"{"Effect":"Allow","Principal":\#(principal),"Action":"sqs:*","Resource":"*"}"#, .resource))
        }
        #expect(try named(#"{"AWS":"\#(Self.role)"}"#).decide(Self.request()).isAllowed)
        #expect(try named(#""*""#).decide(Self.request()).isAllowed)
        // The account may hand the right on, and has not.
        #expect(try !named(#"{"AWS":"\#(Self.account)"}"#).decide(Self.request()).isAllowed)
        #expect(try !named(#"{"AWS":"arn:aws:iam::\#(Self.account):role/Other"}"#).decide(Self.request()).isAllowed)
    }

    @Test func aBoundaryLimitsWhatTheRoleIsGrantedButNotItsSession() throws {
        func resource(_ principal: String) throws -> PolicyDocument {
            try Self.policy(
                #"{"Effect":"Allow","Principal":{"AWS":"\#(principal)"},"Action":"sqs:*","Resource":"*"}"#, .resource)
        }
        let sns = try Self.policy(#"{"Effect":"Allow","Action":"sns:*","Resource":"*"}"#)
        #expect(
            PolicySet(boundary: sns, resource: try resource(Self.role)).decide(Self.request())
                == .denied(.init(isExplicit: false, source: .boundary)))
        #expect(PolicySet(boundary: sns, resource: try resource(Self.session.name)).decide(Self.request()).isAllowed)
    }

    @Test func aRoleIsAssumedByThoseItTrustsAlone() throws {
        let all = try Self.policy(Self.allowAll)
        func decision(_ principal: String, _ identity: [PolicyDocument]) throws -> AccessDecision {
            var policies = PolicySet(
                identity: identity,
                resource: try Self.policy(
                    #"{"Effect":"Allow","Principal":\#(principal),"Action":"sts:AssumeRole"}"#, .trust))
            policies.needsResource = true
            return policies.decide(Self.request("sts:AssumeRole", on: "arn:aws:iam::\(Self.account):role/Other"))
        }
        let untrusted = AccessDecision.denied(.init(isExplicit: false, source: .resource))
        #expect(try decision(#"{"Service":"lambda.amazonaws.com"}"#, [all]) == untrusted)
        #expect(try decision(#"{"AWS":"arn:aws:iam::\#(Self.account):user/other"}"#, [all]) == untrusted)
        #expect(try decision(#"{"AWS":"\#(Self.account)"}"#, [all]).isAllowed)
        #expect(
            try decision(#"{"AWS":"\#(Self.account)"}"#, []) == .denied(.init(isExplicit: false, source: .identity)))
        #expect(try decision(#"{"AWS":"\#(Self.role)"}"#, []).isAllowed)
        var nobody = PolicySet(identity: [all])
        nobody.needsResource = true
        #expect(nobody.decide(Self.request("sts:AssumeRole")) == untrusted)
    }

    @Test func aKeyIsLookedUpWhenAPolicySpeaksOfIt() throws {
        var request = Self.request()
        request.findKey = { $0 == "aws:resourcetag/env" ? ["dev"] : nil }
        let policy = try Self.policy(
            #"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/Env":"dev"}}}"#
        )
        #expect(PolicySet(identity: [policy]).decide(request).isAllowed)
        request["aws:ResourceTag/env"] = ["prod"]
        #expect(!PolicySet(identity: [policy]).decide(request).isAllowed)
    }

    @Test func acrossAccountsBothSidesMustAgree() throws {
        let all = try Self.policy(Self.allowAll)
        let foreign = Self.request(on: "arn:aws:sqs:us-east-1:444455556666:orders", of: "444455556666")
        let open = try Self.policy(
            #"{"Effect":"Allow","Principal":{"AWS":"\#(Self.account)"},"Action":"sqs:*","Resource":"*"}"#, .resource)
        #expect(
            PolicySet(identity: [all]).decide(foreign) == .denied(.init(isExplicit: false, source: .resource)))
        #expect(
            PolicySet(resource: open).decide(foreign) == .denied(.init(isExplicit: false, source: .identity)))
        #expect(PolicySet(identity: [all], resource: open).decide(foreign).isAllowed)
    }

    @Test func rootOwnsItsAccountAlone() throws {
        let root = Caller.root(account: Self.account)
        #expect(PolicySet().decide(Self.request(by: root)).isAllowed)
        #expect(!PolicySet().decide(Self.request(by: root, of: "444455556666")).isAllowed)
    }

    @Test func aServiceNeedsTheResourcesConsent() throws {
        let sns = Caller.service("sns.amazonaws.com")
        let open = try Self.policy(
            #"{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"*","Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:*:news"}}}"#,
            .resource)
        var request = Self.request(by: sns)
        #expect(!PolicySet().decide(request).isAllowed)
        #expect(!PolicySet(resource: open).decide(request).isAllowed)
        request["aws:SourceArn"] = ["arn:aws:sns:us-east-1:111122223333:news"]
        #expect(PolicySet(resource: open).decide(request).isAllowed)
        #expect(!PolicySet(resource: open).decide(Self.request(by: .anonymous)).isAllowed)
    }

    @Test func everybodyButTheNamed() throws {
        let policy = try Self.policy(
            #"{"Effect":"Deny","NotPrincipal":{"AWS":"\#(Self.role)"},"Action":"*","Resource":"*"}"#, .resource)
        let policies = PolicySet(identity: [try Self.policy(Self.allowAll)], resource: policy)
        #expect(policies.decide(Self.request()).isAllowed)
        #expect(
            policies.decide(Self.request(by: .user(arn: "arn:aws:iam::111122223333:user/eve")))
                == .denied(.init(isExplicit: true, source: .resource)))
    }

    @Test func variablesStandForWhatTheRequestHolds() throws {
        let policy = try Self.policy(
            #"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::home/${aws:username}/${aws:PrincipalTag/team, 'none'}/${*}"}"#
        )
        let policies = PolicySet(identity: [policy])
        var request = Self.request("s3:GetObject", on: "arn:aws:s3:::home/a*b/none/*")
        #expect(!policies.decide(request).isAllowed)
        request["aws:username"] = ["a*b"]
        #expect(policies.decide(request).isAllowed)
        request.resource = "arn:aws:s3:::home/axb/none/*"
        #expect(!policies.decide(request).isAllowed)
        request.resource = "arn:aws:s3:::home/a*b/none/x"
        #expect(!policies.decide(request).isAllowed)
    }

    @Test func theOldVersionKnowsNoVariables() throws {
        let policy = try PolicyDocument(
            #"{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::${aws:username}"}}"#,
            kind: .identity)
        var request = Self.request("s3:GetObject", on: "arn:aws:s3:::eve")
        request["aws:username"] = ["eve"]
        #expect(!PolicySet(identity: [policy]).decide(request).isAllowed)
    }
}
