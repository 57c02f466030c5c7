import AWSWire
import JSONTree

/// `AWS::KMS::Alias`.
struct KeyAliasResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::KMS::Alias", "AliasName*! TargetKeyId*", naming: .init(property: "AliasName", lengthMax: 256))

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        _ = try await work.make("kms", "CreateAlias", work.properties)
        work.physicalID = work.name
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        try await work.call("kms", "UpdateAlias", work.properties)
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("kms", "DeleteAlias", work.only("AliasName"))
    }
}
