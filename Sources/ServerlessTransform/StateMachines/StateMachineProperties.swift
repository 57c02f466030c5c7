/// What a state machine may say.
enum StateMachineProperties {
    /// All of them.
    static let table = PropertyTable(
        "AWS::Serverless::StateMachine",
        optional: [
            ("Definition", .map), ("DefinitionUri", .textOrMap), ("Logging", .map), ("Role", .text),
            ("RolePath", .any), ("DefinitionSubstitutions", .map), ("Events", .maps), ("Name", .text),
            ("Type", .text), ("Tags", .map), ("PropagateTags", .flag), ("Policies", .policies), ("Tracing", .map),
            ("PermissionsBoundary", .text), ("AutoPublishAlias", .any), ("DeploymentPreference", .any),
            ("UseAliasAsEventTarget", .plainFlag),
        ])
}
