// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `ecs`.
    static let ecs = ModelReader.read(
        #"""
        service ecs - - - - coral
        action describeTasks - DescribeTasksResponse
        action listServices - ListServicesResponse
        action listTasks - ListTasksResponse
        action runTask - RunTaskResponse
        action startTask - StartTaskResponse
        action stopTask - StopTaskResponse
        boolean -boolean
        integer -integer
        list AttachmentDetails KeyValuePair -
        list Attachments Attachment -
        list Attributes Attribute -
        list ContainerOverrides ContainerOverride -
        list Containers Container -
        list EnvironmentFiles EnvironmentFile -
        list EnvironmentVariables KeyValuePair -
        list Failures Failure -
        list GpuIds -string -
        list InferenceAcceleratorOverrides InferenceAcceleratorOverride -
        list InferenceAccelerators InferenceAccelerator -
        list ManagedAgents ManagedAgent -
        list NetworkBindings NetworkBinding -
        list NetworkInterfaces NetworkInterface -
        list ResourceRequirements ResourceRequirement -
        list StringList -string -
        list Tags Tag - 0..50
        list Tasks Task -
        string -string
        string Connectivity enum CONNECTED,DISCONNECTED
        string EnvironmentFileType enum s3
        string HealthStatus enum HEALTHY,UNHEALTHY,UNKNOWN
        string LaunchType enum EC2,FARGATE,EXTERNAL,MANAGED_INSTANCES
        string ManagedAgentName enum ExecuteCommandAgent
        string ResourceType enum GPU,InferenceAccelerator
        string TagKey 1..128
        string TagValue 0..256
        string TargetType enum container-instance
        string TaskStopCode enum TaskFailedToStart,EssentialContainerExited,UserInitiated,ServiceSchedulerInitiated,SpotInterruption,TerminationNotice
        string TransportProtocol enum tcp,udp
        structure Attachment Id:-string Type:-string Status:-string Details:AttachmentDetails
        structure Attribute Name*:-string Value:-string TargetType:TargetType TargetId:-string
        structure Container ContainerArn:-string TaskArn:-string Name:-string Image:-string ImageDigest:-string RuntimeId:-string LastStatus:-string ExitCode:-integer Reason:-string NetworkBindings:NetworkBindings NetworkInterfaces:NetworkInterfaces HealthStatus:HealthStatus ManagedAgents:ManagedAgents Cpu:-string Memory:-string MemoryReservation:-string GpuIds:GpuIds
        structure ContainerOverride Name:-string Command:StringList Environment:EnvironmentVariables EnvironmentFiles:EnvironmentFiles Cpu:-integer Memory:-integer MemoryReservation:-integer ResourceRequirements:ResourceRequirements
        structure DescribeTasksResponse Tasks:Tasks Failures:Failures
        structure EnvironmentFile Value*:-string Type*:EnvironmentFileType
        structure EphemeralStorage SizeInGib*:-integer
        structure Failure Arn:-string Reason:-string Detail:-string
        structure InferenceAccelerator DeviceName*:-string DeviceType*:-string
        structure InferenceAcceleratorOverride DeviceName:-string DeviceType:-string
        structure KeyValuePair Name:-string Value:-string
        structure ListServicesResponse ServiceArns:StringList NextToken:-string
        structure ListTasksResponse TaskArns:StringList NextToken:-string
        structure ManagedAgent LastStartedAt:-timestamp Name:ManagedAgentName Reason:-string LastStatus:-string
        structure NetworkBinding BindIp:-string ContainerPort:-integer HostPort:-integer Protocol:TransportProtocol ContainerPortRange:-string HostPortRange:-string
        structure NetworkInterface AttachmentId:-string PrivateIpv4Address:-string Ipv6Address:-string
        structure ResourceRequirement Value*:-string Type*:ResourceType
        structure RunTaskResponse Tasks:Tasks Failures:Failures
        structure StartTaskResponse Tasks:Tasks Failures:Failures
        structure StopTaskResponse Task:Task
        structure Tag Key:TagKey Value:TagValue
        structure Task Attachments:Attachments Attributes:Attributes AvailabilityZone:-string CapacityProviderName:-string ClusterArn:-string Connectivity:Connectivity ConnectivityAt:-timestamp ContainerInstanceArn:-string Containers:Containers Cpu:-string CreatedAt:-timestamp DesiredStatus:-string EnableExecuteCommand:-boolean ExecutionStoppedAt:-timestamp Group:-string HealthStatus:HealthStatus InferenceAccelerators:InferenceAccelerators LastStatus:-string LaunchType:LaunchType Memory:-string Overrides:TaskOverride PlatformVersion:-string PlatformFamily:-string PullStartedAt:-timestamp PullStoppedAt:-timestamp StartedAt:-timestamp StartedBy:-string StopCode:TaskStopCode StoppedAt:-timestamp StoppedReason:-string StoppingAt:-timestamp Tags:Tags TaskArn:-string TaskDefinitionArn:-string Version:-integer EphemeralStorage:EphemeralStorage FargateEphemeralStorage:TaskEphemeralStorage
        structure TaskEphemeralStorage SizeInGib:-integer KmsKeyId:-string
        structure TaskOverride ContainerOverrides:ContainerOverrides Cpu:-string InferenceAcceleratorOverrides:InferenceAcceleratorOverrides ExecutionRoleArn:-string Memory:-string TaskRoleArn:-string EphemeralStorage:EphemeralStorage
        timestamp -timestamp
        """#)
}
