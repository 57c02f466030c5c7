import AWSWire
import JSONTree

/// `AWS::IAM::UserToGroupAddition`: some users in a group.
struct UserToGroupAdditionResource: ResourceType {
    let facts = ResourceFacts("AWS::IAM::UserToGroupAddition", "GroupName* Users*", attributes: ["Id"])

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        work.physicalID = work.name
        work.attributes = ["Id": .string(work.name)]
        try await add(work)
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        try await add(work)
        let kept = work.changes("GroupName") ? [] : Self.users(work.properties)
        try await take(Self.users(work.before).filter { !kept.contains($0) }, out: work.before, work)
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await take(Self.users(work.properties), out: work.properties, work)
    }

    private static func users(_ properties: JSONObject) -> [JSON] { properties["Users"]?.arrayValue ?? [] }

    private func add(_ work: ResourceWork) async throws(ServiceError) {
        for user in Self.users(work.properties) {
            try await work.call(
                "iam", "AddUserToGroup", ["GroupName": work.properties["GroupName"] ?? "", "UserName": user])
        }
    }

    private func take(_ users: [JSON], out properties: JSONObject, _ work: ResourceWork) async throws(ServiceError) {
        for user in users {
            try await work.remove(
                "iam", "RemoveUserFromGroup", ["GroupName": properties["GroupName"] ?? "", "UserName": user])
        }
    }
}
