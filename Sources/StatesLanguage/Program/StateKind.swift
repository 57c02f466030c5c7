/// The eight state types, each with exactly its data.
package indirect enum StateKind: Sendable {
    /// Calls a function, an activity or a service.
    case task(TaskState)
    /// Passes its input on, or a constant.
    case pass(PassState)
    /// Decides where to go.
    case choice(ChoiceState)
    /// Lets time pass.
    case wait(WaitState)
    /// Ends well.
    case succeed
    /// Ends badly.
    case fail(FailState)
    /// Runs branches side by side.
    case parallel(ParallelState)
    /// Runs an item processor for each element of an array.
    case map(MapState)
}
