/// What a function may say.
enum FunctionProperties {
    /// All of them.
    static let table = PropertyTable(
        "AWS::Serverless::Function",
        optional: [
            ("FunctionName", .textOrMap), ("Handler", .any), ("Runtime", .any), ("CodeUri", .any), ("ImageUri", .any),
            ("PackageType", .any), ("InlineCode", .any), ("DeadLetterQueue", .map), ("Description", .any),
            ("MemorySize", .any), ("Timeout", .any), ("VpcConfig", .any), ("Role", .text),
            ("AssumeRolePolicyDocument", .map), ("Policies", .policies), ("RolePath", .any),
            ("PermissionsBoundary", .text), ("Environment", .maps), ("Events", .maps), ("Tags", .map),
            ("PropagateTags", .flag), ("Tracing", .textOrMap), ("KmsKeyArn", .any), ("DeploymentPreference", .map),
            ("ReservedConcurrentExecutions", .any), ("Layers", .list), ("EventInvokeConfig", .map),
            ("EphemeralStorage", .any), ("AutoPublishAlias", .text), ("AutoPublishCodeSha256", .text),
            ("AutoPublishAliasAllProperties", .plainFlag), ("VersionDescription", .any),
            ("ProvisionedConcurrencyConfig", .any), ("FileSystemConfigs", .any), ("ImageConfig", .any),
            ("CodeSigningConfigArn", .any), ("Architectures", .any), ("SnapStart", .map), ("FunctionUrlConfig", .map),
            ("RuntimeManagementConfig", .any), ("LoggingConfig", .any), ("RecursiveLoop", .any),
            ("SourceKMSKeyArn", .any), ("CapacityProviderConfig", .map), ("FunctionScalingConfig", .map),
            ("VersionDeletionPolicy", .choice(["Delete", "Retain"])), ("PublishToLatestPublished", .any),
            ("TenancyConfig", .any), ("DurableConfig", .map),
        ])

    /// What goes to the plain function as it is.
    static let handedOn = [
        "FunctionName", "Handler", "Runtime", "Description", "MemorySize", "Timeout", "VpcConfig", "Role",
        "Environment", "KmsKeyArn", "ReservedConcurrentExecutions", "Layers", "FileSystemConfigs", "ImageConfig",
        "PackageType", "Architectures", "SnapStart", "EphemeralStorage", "CodeSigningConfigArn",
        "RuntimeManagementConfig", "LoggingConfig", "TenancyConfig", "RecursiveLoop", "DurableConfig",
        "PublishToLatestPublished",
    ]
}
