import JSONPathLanguage
import JSONTree
import ResourceNames
import StatesLanguage

/// What expressions of a state see: its input, the context object, the variables in sight. Short-lived.
struct Scope: EvaluationScope {
    let input: JSON
    private let constants: ExecutionConstants
    private let frames: [Frame]
    private let redriveCount: Int
    private let redrivenAt: Timestamp?
    private let frame: Int
    private let item: MapItem?
    private let token: String?
    private let test: StateTestSetup?

    /// The scope of the state a frame is in.
    ///
    /// - Parameters:
    ///   - item: The item an `ItemSelector` is evaluated for; otherwise the iteration the frame is in counts.
    ///   - token: The token of the task that is being scheduled, if it waits for one.
    init(_ input: JSON, of frame: Int, in fold: Fold, item: MapItem? = nil, token: String? = nil) {
        self.input = input
        constants = fold.constants
        frames = fold.core.frames
        redriveCount = fold.core.redriveCount
        redrivenAt = fold.core.redrivenAt
        self.frame = frame
        self.item = item
        self.token = token
        test = fold.inspector?.setup
    }

    var context: JSON {
        let here = frames[frame]
        let state = here.graph.states[here.stateIndex]
        var stateMembers: JSONObject = ["Name": .string(state.name), "EnteredTime": .string(here.enteredAt.iso8601)]
        switch state.kind {
        case .task, .parallel, .map: stateMembers["RetryCount"] = .integer(Int64(here.retryCount))
        default: break
        }
        var context: JSONObject = [
            "Execution": constants.execution(redriveCount: redriveCount, redrivenAt: redrivenAt),
            "StateMachine": constants.stateMachine, "State": .object(stateMembers),
        ]
        if let item = item ?? innermostItem {
            context["Map"] = ["Item": ["Index": .integer(Int64(item.index)), "Value": item.value]]
        }
        if let token { context["Task"] = ["Token": .string(token)] }
        if let test { context = test.context(over: context) }
        return .object(context)
    }

    func variable(_ name: String) -> JSON? {
        var frame = frame
        while frame >= 0 {
            if let value = frames[frame].variables[name] { return value }
            frame = frames[frame].parent
        }
        return nil
    }

    /// The item of the iteration this frame is in, or of the nearest around it.
    private var innermostItem: MapItem? {
        var frame = frame
        while frame >= 0 {
            if let item = frames[frame].item { return item }
            frame = frames[frame].parent
        }
        return nil
    }
}
