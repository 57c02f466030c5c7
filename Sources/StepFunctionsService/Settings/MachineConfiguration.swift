import AWSWire
import JSONTree
import ResourceNames

/// Logging, tracing and encryption of a request, checked; `nil` where the request is silent.
struct MachineConfiguration: Sendable {
    /// `loggingConfiguration`, completed.
    let logging: JSON?
    /// `tracingConfiguration`, completed.
    let tracing: JSON?
    /// `encryptionConfiguration`, completed.
    let encryption: JSON?

    /// Checks what the request gives.
    init(
        _ input: JSON, of machine: StateMachineARN, logging: LoggingConfiguration, encryption: EncryptionConfiguration,
        in context: RequestContext
    ) async throws(ServiceError) {
        self.logging = try await logging.checked(input["loggingConfiguration"], in: context)
        tracing = try TracingConfiguration.checked(input["tracingConfiguration"])
        self.encryption = try encryption.checked(input["encryptionConfiguration"], for: machine.text)
    }

    /// Sets what is given.
    func apply(to settings: inout MachineSettings) {
        if let logging { settings.loggingConfiguration = logging }
        if let tracing { settings.tracingConfiguration = tracing }
        if let encryption { settings.encryptionConfiguration = encryption }
    }
}
