extension Principal {
    /// Whether a user is in a group. Names are the same whatever their case.
    func isMember(of group: Principal<GroupKind>) -> Bool {
        group.account == account && groups.contains { $0.lowercased() == group.name.lowercased() }
    }
}

extension Principals {
    /// The users in a group, by name.
    func members(of group: Principal<GroupKind>) -> [Principal<Kind>] {
        all(of: group.account).filter { $0.isMember(of: group) }
    }
}
