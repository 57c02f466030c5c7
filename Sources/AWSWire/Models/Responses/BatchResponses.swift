// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `batch`.
    static let batch = ModelReader.read(
        #"""
        service batch - - - - coral
        action cancelJob - CancelJobResponse
        action describeJobs - DescribeJobsResponse
        action listJobs - ListJobsResponse
        action submitJob - SubmitJobResponse
        action terminateJob - TerminateJobResponse
        boolean -boolean
        double -double
        integer -integer
        list AttemptDetails AttemptDetail -
        list ConsumableResourceList ConsumableResourceRequirement -
        list DeviceCgroupPermissions DeviceCgroupPermission -
        list DevicesList Device -
        list EksAttemptContainerDetails EksAttemptContainerDetail -
        list EksAttemptDetails EksAttemptDetail -
        list EksContainerDetails EksContainerDetail -
        list EksContainerEnvironmentVariables EksContainerEnvironmentVariable -
        list EksContainerVolumeMounts EksContainerVolumeMount -
        list EksContainers EksContainer -
        list EksVolumes EksVolume -
        list EnvironmentVariables KeyValuePair -
        list EvaluateOnExitList EvaluateOnExit -
        list ImagePullSecrets ImagePullSecret -
        list JobCapacityUsageSummaryList JobCapacityUsageSummary -
        list JobDependencyList JobDependency -
        list JobDetailList JobDetail -
        list JobSummaryList JobSummary -
        list ListAttemptEcsTaskDetails AttemptEcsTaskDetails -
        list ListAttemptTaskContainerDetails AttemptTaskContainerDetails -
        list ListEcsTaskDetails EcsTaskDetails -
        list ListEcsTaskProperties EcsTaskProperties -
        list ListTaskContainerDetails TaskContainerDetails -
        list ListTaskContainerProperties TaskContainerProperties -
        list MountPoints MountPoint -
        list NetworkInterfaceList NetworkInterface -
        list NodeRangeProperties NodeRangeProperty -
        list PlatformCapabilityList PlatformCapability -
        list ResourceRequirements ResourceRequirement -
        list SecretList Secret -
        list StringList -string -
        list TaskContainerDependencyList TaskContainerDependency -
        list TmpfsList Tmpfs -
        list Ulimits Ulimit -
        list Volumes Volume -
        map ArrayJobStatusSummary -string -integer - -
        map EksAnnotationsMap -string -string - -
        map EksLabelsMap -string -string - -
        map EksLimits -string Quantity - -
        map EksRequests -string Quantity - -
        map FirelensConfigurationOptionsMap -string -string - -
        map LogConfigurationOptionsMap -string -string - -
        map ParametersMap -string -string - -
        map TagrisTagsMap TagKey TagValue - - 1..50
        string -string
        string ArrayJobDependency enum N_TO_N,SEQUENTIAL
        string AssignPublicIp enum ENABLED,DISABLED
        string DeviceCgroupPermission enum READ,WRITE,MKNOD
        string EFSAuthorizationConfigIAM enum ENABLED,DISABLED
        string EFSTransitEncryption enum ENABLED,DISABLED
        string FirelensConfigurationType enum fluentd,fluentbit
        string JobStatus enum SUBMITTED,PENDING,RUNNABLE,STARTING,RUNNING,SUCCEEDED,FAILED
        string LogDriver enum json-file,syslog,journald,gelf,fluentd,awslogs,splunk,awsfirelens
        string PlatformCapability enum EC2,FARGATE
        string Quantity 1..256
        string ResourceType enum GPU,VCPU,MEMORY
        string RetryAction enum RETRY,EXIT
        string TagKey 1..128
        string TagValue ..256
        structure ArrayPropertiesDetail StatusSummary:ArrayJobStatusSummary StatusSummaryLastUpdatedAt:-integer Size:-integer Index:-integer
        structure ArrayPropertiesSummary Size:-integer Index:-integer StatusSummary:ArrayJobStatusSummary StatusSummaryLastUpdatedAt:-integer
        structure AttemptContainerDetail ContainerInstanceArn:-string TaskArn:-string ExitCode:-integer Reason:-string LogStreamName:-string NetworkInterfaces:NetworkInterfaceList
        structure AttemptDetail Container:AttemptContainerDetail StartedAt:-integer StoppedAt:-integer StatusReason:-string TaskProperties:ListAttemptEcsTaskDetails
        structure AttemptEcsTaskDetails ContainerInstanceArn:-string TaskArn:-string Containers:ListAttemptTaskContainerDetails
        structure AttemptTaskContainerDetails ExitCode:-integer Name:-string Reason:-string LogStreamName:-string NetworkInterfaces:NetworkInterfaceList
        structure CancelJobResponse
        structure ConsumableResourceProperties ConsumableResourceList:ConsumableResourceList
        structure ConsumableResourceRequirement ConsumableResource:-string Quantity:-integer
        structure ContainerDetail Image:-string Vcpus:-integer Memory:-integer Command:StringList JobRoleArn:-string ExecutionRoleArn:-string Volumes:Volumes Environment:EnvironmentVariables MountPoints:MountPoints ReadonlyRootFilesystem:-boolean Ulimits:Ulimits Privileged:-boolean User:-string ExitCode:-integer Reason:-string ContainerInstanceArn:-string TaskArn:-string LogStreamName:-string InstanceType:-string NetworkInterfaces:NetworkInterfaceList ResourceRequirements:ResourceRequirements LinuxParameters:LinuxParameters LogConfiguration:LogConfiguration Secrets:SecretList NetworkConfiguration:NetworkConfiguration FargatePlatformConfiguration:FargatePlatformConfiguration EphemeralStorage:EphemeralStorage RuntimePlatform:RuntimePlatform RepositoryCredentials:RepositoryCredentials EnableExecuteCommand:-boolean
        structure ContainerProperties Image:-string Vcpus:-integer Memory:-integer Command:StringList JobRoleArn:-string ExecutionRoleArn:-string Volumes:Volumes Environment:EnvironmentVariables MountPoints:MountPoints ReadonlyRootFilesystem:-boolean Privileged:-boolean Ulimits:Ulimits User:-string InstanceType:-string ResourceRequirements:ResourceRequirements LinuxParameters:LinuxParameters LogConfiguration:LogConfiguration Secrets:SecretList NetworkConfiguration:NetworkConfiguration FargatePlatformConfiguration:FargatePlatformConfiguration EnableExecuteCommand:-boolean EphemeralStorage:EphemeralStorage RuntimePlatform:RuntimePlatform RepositoryCredentials:RepositoryCredentials
        structure ContainerSummary ExitCode:-integer Reason:-string
        structure DescribeJobsResponse Jobs:JobDetailList
        structure Device HostPath*:-string ContainerPath:-string Permissions:DeviceCgroupPermissions
        structure EFSAuthorizationConfig AccessPointId:-string Iam:EFSAuthorizationConfigIAM
        structure EFSVolumeConfiguration FileSystemId*:-string RootDirectory:-string TransitEncryption:EFSTransitEncryption TransitEncryptionPort:-integer AuthorizationConfig:EFSAuthorizationConfig
        structure EcsProperties TaskProperties*:ListEcsTaskProperties
        structure EcsPropertiesDetail TaskProperties:ListEcsTaskDetails
        structure EcsTaskDetails Containers:ListTaskContainerDetails ContainerInstanceArn:-string TaskArn:-string EphemeralStorage:EphemeralStorage ExecutionRoleArn:-string PlatformVersion:-string IpcMode:-string TaskRoleArn:-string PidMode:-string NetworkConfiguration:NetworkConfiguration RuntimePlatform:RuntimePlatform Volumes:Volumes EnableExecuteCommand:-boolean
        structure EcsTaskProperties Containers*:ListTaskContainerProperties EphemeralStorage:EphemeralStorage ExecutionRoleArn:-string PlatformVersion:-string IpcMode:-string TaskRoleArn:-string PidMode:-string NetworkConfiguration:NetworkConfiguration RuntimePlatform:RuntimePlatform Volumes:Volumes EnableExecuteCommand:-boolean
        structure EksAttemptContainerDetail Name:-string ContainerId:-string ExitCode:-integer Reason:-string
        structure EksAttemptDetail Containers:EksAttemptContainerDetails InitContainers:EksAttemptContainerDetails EksClusterArn:-string PodName:-string PodNamespace:-string NodeName:-string StartedAt:-integer StoppedAt:-integer StatusReason:-string
        structure EksContainer Name:-string Image*:-string ImagePullPolicy:-string Command:StringList Args:StringList Env:EksContainerEnvironmentVariables Resources:EksContainerResourceRequirements VolumeMounts:EksContainerVolumeMounts SecurityContext:EksContainerSecurityContext
        structure EksContainerDetail Name:-string Image:-string ImagePullPolicy:-string Command:StringList Args:StringList Env:EksContainerEnvironmentVariables Resources:EksContainerResourceRequirements ExitCode:-integer Reason:-string VolumeMounts:EksContainerVolumeMounts SecurityContext:EksContainerSecurityContext
        structure EksContainerEnvironmentVariable Name*:-string Value:-string
        structure EksContainerResourceRequirements Limits:EksLimits Requests:EksRequests
        structure EksContainerSecurityContext RunAsUser:-integer RunAsGroup:-integer Privileged:-boolean AllowPrivilegeEscalation:-boolean ReadOnlyRootFilesystem:-boolean RunAsNonRoot:-boolean
        structure EksContainerVolumeMount Name:-string MountPath:-string SubPath:-string ReadOnly:-boolean
        structure EksEmptyDir Medium:-string SizeLimit:Quantity
        structure EksHostPath Path:-string
        structure EksMetadata Labels:EksLabelsMap Annotations:EksAnnotationsMap Namespace:-string
        structure EksPersistentVolumeClaim ClaimName*:-string ReadOnly:-boolean
        structure EksPodProperties ServiceAccountName:-string HostNetwork:-boolean DnsPolicy:-string ImagePullSecrets:ImagePullSecrets Containers:EksContainers InitContainers:EksContainers Volumes:EksVolumes Metadata:EksMetadata ShareProcessNamespace:-boolean
        structure EksPodPropertiesDetail ServiceAccountName:-string HostNetwork:-boolean DnsPolicy:-string ImagePullSecrets:ImagePullSecrets Containers:EksContainerDetails InitContainers:EksContainerDetails Volumes:EksVolumes PodName:-string NodeName:-string Metadata:EksMetadata ShareProcessNamespace:-boolean
        structure EksProperties PodProperties:EksPodProperties
        structure EksPropertiesDetail PodProperties:EksPodPropertiesDetail
        structure EksSecret SecretName*:-string Optional:-boolean
        structure EksVolume Name*:-string HostPath:EksHostPath EmptyDir:EksEmptyDir Secret:EksSecret PersistentVolumeClaim:EksPersistentVolumeClaim
        structure EphemeralStorage SizeInGib*:-integer
        structure EvaluateOnExit OnStatusReason:-string OnReason:-string OnExitCode:-string Action*:RetryAction
        structure FargatePlatformConfiguration PlatformVersion:-string
        structure FirelensConfiguration Type*:FirelensConfigurationType Options:FirelensConfigurationOptionsMap
        structure Host SourcePath:-string
        structure ImagePullSecret Name*:-string
        structure JobCapacityUsageSummary CapacityUnit:-string Quantity:-double
        structure JobDependency JobId:-string Type:ArrayJobDependency
        structure JobDetail JobArn:-string JobName*:-string JobId*:-string JobQueue*:-string Status*:JobStatus ShareIdentifier:-string SchedulingPriority:-integer Attempts:AttemptDetails StatusReason:-string CreatedAt:-integer RetryStrategy:RetryStrategy StartedAt*:-integer StoppedAt:-integer DependsOn:JobDependencyList JobDefinition*:-string Parameters:ParametersMap Container:ContainerDetail NodeDetails:NodeDetails NodeProperties:NodeProperties ArrayProperties:ArrayPropertiesDetail Timeout:JobTimeout Tags:TagrisTagsMap PropagateTags:-boolean PlatformCapabilities:PlatformCapabilityList EksProperties:EksPropertiesDetail EksAttempts:EksAttemptDetails EcsProperties:EcsPropertiesDetail IsCancelled:-boolean IsTerminated:-boolean ConsumableResourceProperties:ConsumableResourceProperties
        structure JobSummary JobArn:-string JobId*:-string JobName*:-string CapacityUsage:JobCapacityUsageSummaryList CreatedAt:-integer ScheduledAt:-integer ShareIdentifier:-string Status:JobStatus StatusReason:-string StartedAt:-integer StoppedAt:-integer Container:ContainerSummary ArrayProperties:ArrayPropertiesSummary NodeProperties:NodePropertiesSummary JobDefinition:-string
        structure JobTimeout AttemptDurationSeconds:-integer
        structure KeyValuePair Name:-string Value:-string
        structure LinuxParameters Devices:DevicesList InitProcessEnabled:-boolean SharedMemorySize:-integer Tmpfs:TmpfsList MaxSwap:-integer Swappiness:-integer
        structure ListJobsResponse JobSummaryList*:JobSummaryList NextToken:-string
        structure LogConfiguration LogDriver*:LogDriver Options:LogConfigurationOptionsMap SecretOptions:SecretList
        structure MountPoint ContainerPath:-string ReadOnly:-boolean SourceVolume:-string
        structure NetworkConfiguration AssignPublicIp:AssignPublicIp
        structure NetworkInterface AttachmentId:-string Ipv6Address:-string PrivateIpv4Address:-string
        structure NodeDetails NodeIndex:-integer IsMainNode:-boolean
        structure NodeProperties NumNodes*:-integer MainNode*:-integer NodeRangeProperties*:NodeRangeProperties
        structure NodePropertiesSummary IsMainNode:-boolean NumNodes:-integer NodeIndex:-integer
        structure NodeRangeProperty TargetNodes*:-string Container:ContainerProperties InstanceTypes:StringList EcsProperties:EcsProperties EksProperties:EksProperties ConsumableResourceProperties:ConsumableResourceProperties
        structure RepositoryCredentials CredentialsParameter*:-string
        structure ResourceRequirement Value*:-string Type*:ResourceType
        structure RetryStrategy Attempts:-integer EvaluateOnExit:EvaluateOnExitList
        structure RuntimePlatform OperatingSystemFamily:-string CpuArchitecture:-string
        structure S3FilesVolumeConfiguration FileSystemArn*:-string RootDirectory:-string TransitEncryptionPort:-integer AccessPointArn:-string
        structure Secret Name*:-string ValueFrom*:-string
        structure SubmitJobResponse JobArn:-string JobName*:-string JobId*:-string
        structure TaskContainerDependency ContainerName:-string Condition:-string
        structure TaskContainerDetails Command:StringList DependsOn:TaskContainerDependencyList Environment:EnvironmentVariables Essential:-boolean FirelensConfiguration:FirelensConfiguration Image:-string LinuxParameters:LinuxParameters LogConfiguration:LogConfiguration MountPoints:MountPoints Name:-string Privileged:-boolean ReadonlyRootFilesystem:-boolean RepositoryCredentials:RepositoryCredentials ResourceRequirements:ResourceRequirements Secrets:SecretList Ulimits:Ulimits User:-string StartTimeout:-integer StopTimeout:-integer ExitCode:-integer Reason:-string LogStreamName:-string NetworkInterfaces:NetworkInterfaceList
        structure TaskContainerProperties Command:StringList DependsOn:TaskContainerDependencyList Environment:EnvironmentVariables Essential:-boolean FirelensConfiguration:FirelensConfiguration Image*:-string LinuxParameters:LinuxParameters LogConfiguration:LogConfiguration MountPoints:MountPoints Name:-string Privileged:-boolean ReadonlyRootFilesystem:-boolean RepositoryCredentials:RepositoryCredentials ResourceRequirements:ResourceRequirements Secrets:SecretList Ulimits:Ulimits User:-string StartTimeout:-integer StopTimeout:-integer
        structure TerminateJobResponse
        structure Tmpfs ContainerPath*:-string Size*:-integer MountOptions:StringList
        structure Ulimit HardLimit*:-integer Name*:-string SoftLimit*:-integer
        structure Volume Host:Host Name:-string EfsVolumeConfiguration:EFSVolumeConfiguration S3FilesVolumeConfiguration:S3FilesVolumeConfiguration
        """#)
}
