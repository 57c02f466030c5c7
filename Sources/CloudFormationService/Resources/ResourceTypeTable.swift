/// The types of resources, those aside that need the stacks themselves.
enum ResourceTypeTable {
    /// In the order of their names.
    static let all: [any ResourceType] = [
        InertResource.metadata,
        ConnectionResource(), EventBusPolicyResource(), EventBusResource(), RuleResource(),
        AccessKeyResource(), HolderPolicyResource.group, HolderPolicyResource.role, HolderPolicyResource.user,
        InlinePolicyResource(), ManagedPolicyResource(), PrincipalResource.group,
        PrincipalResource.role, PrincipalResource.user, UserToGroupAdditionResource(),
        KeyAliasResource(), KeyResource(),
        EventInvokeConfigResource(), EventSourceMappingResource(), FunctionAliasResource(), FunctionResource(),
        FunctionURLResource(), FunctionVersionResource(), PermissionResource(),
        LogGroupResource(), LogPolicyResource(), LogStreamResource(), SubscriptionFilterResource(),
        BucketPolicyResource(), BucketResource(),
        SubscriptionResource(), TopicInlinePolicyResource(), TopicPolicyResource(), TopicResource(),
        QueueInlinePolicyResource(), QueuePolicyResource(), QueueResource(),
        ParameterResource(),
        ActivityResource(), StateMachineAliasResource(), StateMachineResource(), StateMachineVersionResource(),
    ]
}
