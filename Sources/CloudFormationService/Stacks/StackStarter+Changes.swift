import AWSWire
import JSONTree
import TemplateLanguage

extension StackStarter {
    /// What bringing a stack in line with a blueprint would do, and whether that is anything.
    func changes(_ blueprint: Blueprint, _ stack: Stack) throws(ServiceError) -> (
        resources: [PlannedChange], isUpdate: Bool
    ) {
        let wanted = try plan(blueprint, stack)
        let changes = wanted.changes(of: stack, to: blueprint.content, types)
        let old = stack.content
        guard changes.isEmpty, blueprint.content.tags == old.tags,
            blueprint.content.notificationARNs == old.notificationARNs
        else { return (changes, true) }
        // What a stack was made from has been read before; if it cannot be any more, everything counts as new.
        guard let before = try? Blueprint(old), let earlier = try? plan(before, stack) else { return (changes, true) }
        return (changes, earlier.outputForms != wanted.outputForms)
    }
}
