import AWSWire

extension StackContent {
    /// What a request says beside its template; an update keeps the tags, role and topics that it does not name.
    init(request input: ActionInput, previous: StackContent?) throws(ServiceError) {
        self.init()
        tags = try input.tags() ?? previous?.tags ?? []
        guard tags.count <= 50 else { throw .validation("Tags cannot be more than 50.") }
        capabilities = try input.texts("Capabilities")
        notificationARNs =
            input.value("NotificationARNs") == nil
            ? previous?.notificationARNs ?? [] : try input.texts("NotificationARNs")
        roleARN = try input.text("RoleARN") ?? previous?.roleARN
    }
}
