// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `codebuild`.
    static let codebuild = ModelReader.read(
        #"""
        service codebuild - - - - coral
        action batchDeleteBuilds - BatchDeleteBuildsOutput
        action batchGetBuilds - BatchGetBuildsOutput
        action retryBuild - RetryBuildOutput
        action startBuild - StartBuildOutput
        action stopBuild - StopBuildOutput
        boolean -boolean
        integer -integer
        integer GitCloneDepth 0..
        list BuildArtifactsList BuildArtifacts - 0..12
        list BuildIds NonEmptyString - 1..100
        list BuildPhases BuildPhase -
        list BuildReportArns -string -
        list Builds Build -
        list BuildsNotDeleted BuildNotDeleted -
        list EnvironmentVariables EnvironmentVariable -
        list ExportedEnvironmentVariables ExportedEnvironmentVariable -
        list PhaseContexts PhaseContext -
        list ProjectCacheModes CacheMode -
        list ProjectFileSystemLocations ProjectFileSystemLocation -
        list ProjectSecondarySourceVersions ProjectSourceVersion - 0..12
        list ProjectSources ProjectSource - 0..12
        list SecurityGroupIds NonEmptyString - ..5
        list Subnets NonEmptyString - ..16
        string -string
        string BucketOwnerAccess enum NONE,READ_ONLY,FULL
        string BuildPhaseType enum SUBMITTED,QUEUED,PROVISIONING,DOWNLOAD_SOURCE,INSTALL,PRE_BUILD,BUILD,POST_BUILD,UPLOAD_ARTIFACTS,FINALIZING,COMPLETED
        string CacheMode enum LOCAL_DOCKER_LAYER_CACHE,LOCAL_SOURCE_CACHE,LOCAL_CUSTOM_CACHE
        string CacheType enum NO_CACHE,S3,LOCAL
        string ComputeType enum BUILD_GENERAL1_SMALL,BUILD_GENERAL1_MEDIUM,BUILD_GENERAL1_LARGE,BUILD_GENERAL1_XLARGE,BUILD_GENERAL1_2XLARGE,BUILD_LAMBDA_1GB,BUILD_LAMBDA_2GB,BUILD_LAMBDA_4GB,BUILD_LAMBDA_8GB,BUILD_LAMBDA_10GB,ATTRIBUTE_BASED_COMPUTE,CUSTOM_INSTANCE_TYPE
        string CredentialProviderType enum SECRETS_MANAGER
        string EnvironmentType enum WINDOWS_CONTAINER,LINUX_CONTAINER,LINUX_GPU_CONTAINER,ARM_CONTAINER,WINDOWS_SERVER_2019_CONTAINER,WINDOWS_SERVER_2022_CONTAINER,LINUX_LAMBDA_CONTAINER,ARM_LAMBDA_CONTAINER,LINUX_EC2,ARM_EC2,WINDOWS_EC2,MAC_ARM
        string EnvironmentVariableType enum PLAINTEXT,PARAMETER_STORE,SECRETS_MANAGER
        string FileSystemType enum EFS
        string ImagePullCredentialsType enum CODEBUILD,SERVICE_ROLE
        string LogsConfigStatusType enum ENABLED,DISABLED
        string MachineType enum GENERAL,NVME
        string NonEmptyString 1..
        string SourceAuthType enum OAUTH,CODECONNECTIONS,SECRETS_MANAGER
        string SourceType enum CODECOMMIT,CODEPIPELINE,GITHUB,GITLAB,GITLAB_SELF_MANAGED,S3,BITBUCKET,GITHUB_ENTERPRISE,NO_SOURCE
        string StatusType enum SUCCEEDED,FAILED,FAULT,TIMED_OUT,IN_PROGRESS,STOPPED
        structure AutoRetryConfig AutoRetryLimit:-integer AutoRetryNumber:-integer NextAutoRetry:-string PreviousAutoRetry:-string
        structure BatchDeleteBuildsOutput BuildsDeleted:BuildIds BuildsNotDeleted:BuildsNotDeleted
        structure BatchGetBuildsOutput Builds:Builds BuildsNotFound:BuildIds
        structure Build Id:NonEmptyString Arn:NonEmptyString BuildNumber:-integer StartTime:-timestamp EndTime:-timestamp CurrentPhase:-string BuildStatus:StatusType SourceVersion:NonEmptyString ResolvedSourceVersion:NonEmptyString ProjectName:NonEmptyString Phases:BuildPhases Source:ProjectSource SecondarySources:ProjectSources SecondarySourceVersions:ProjectSecondarySourceVersions Artifacts:BuildArtifacts SecondaryArtifacts:BuildArtifactsList Cache:ProjectCache Environment:ProjectEnvironment ServiceRole:NonEmptyString Logs:LogsLocation TimeoutInMinutes:-integer QueuedTimeoutInMinutes:-integer BuildComplete:-boolean Initiator:-string VpcConfig:VpcConfig NetworkInterface:NetworkInterface EncryptionKey:NonEmptyString ExportedEnvironmentVariables:ExportedEnvironmentVariables ReportArns:BuildReportArns FileSystemLocations:ProjectFileSystemLocations DebugSession:DebugSession BuildBatchArn:-string AutoRetryConfig:AutoRetryConfig
        structure BuildArtifacts Location:-string Sha256Sum:-string Md5Sum:-string OverrideArtifactName:-boolean EncryptionDisabled:-boolean ArtifactIdentifier:-string BucketOwnerAccess:BucketOwnerAccess
        structure BuildNotDeleted Id:NonEmptyString StatusCode:-string
        structure BuildPhase PhaseType:BuildPhaseType PhaseStatus:StatusType StartTime:-timestamp EndTime:-timestamp DurationInSeconds:-integer Contexts:PhaseContexts
        structure BuildStatusConfig Context:-string TargetUrl:-string
        structure CloudWatchLogsConfig Status*:LogsConfigStatusType GroupName:-string StreamName:-string
        structure ComputeConfiguration VCpu:-integer Memory:-integer Disk:-integer MachineType:MachineType InstanceType:NonEmptyString
        structure DebugSession SessionEnabled:-boolean SessionTarget:NonEmptyString
        structure DockerServer ComputeType*:ComputeType SecurityGroupIds:SecurityGroupIds Status:DockerServerStatus
        structure DockerServerStatus Status:-string Message:-string
        structure EnvironmentVariable Name*:NonEmptyString Value*:-string Type:EnvironmentVariableType
        structure ExportedEnvironmentVariable Name:NonEmptyString Value:-string
        structure GitSubmodulesConfig FetchSubmodules*:-boolean
        structure LogsLocation GroupName:-string StreamName:-string DeepLink:-string S3DeepLink:-string CloudWatchLogsArn:-string S3LogsArn:-string CloudWatchLogs:CloudWatchLogsConfig S3Logs:S3LogsConfig
        structure NetworkInterface SubnetId:NonEmptyString NetworkInterfaceId:NonEmptyString
        structure PhaseContext StatusCode:-string Message:-string
        structure ProjectCache Type*:CacheType Location:-string Modes:ProjectCacheModes CacheNamespace:-string
        structure ProjectEnvironment Type*:EnvironmentType Image*:NonEmptyString ComputeType*:ComputeType ComputeConfiguration:ComputeConfiguration Fleet:ProjectFleet EnvironmentVariables:EnvironmentVariables PrivilegedMode:-boolean Certificate:-string RegistryCredential:RegistryCredential ImagePullCredentialsType:ImagePullCredentialsType DockerServer:DockerServer
        structure ProjectFileSystemLocation Type:FileSystemType Location:-string MountPoint:-string Identifier:-string MountOptions:-string
        structure ProjectFleet FleetArn:-string
        structure ProjectSource Type*:SourceType Location:-string GitCloneDepth:GitCloneDepth GitSubmodulesConfig:GitSubmodulesConfig Buildspec:-string Auth:SourceAuth ReportBuildStatus:-boolean BuildStatusConfig:BuildStatusConfig InsecureSsl:-boolean SourceIdentifier:-string
        structure ProjectSourceVersion SourceIdentifier*:-string SourceVersion*:-string
        structure RegistryCredential Credential*:NonEmptyString CredentialProvider*:CredentialProviderType
        structure RetryBuildOutput Build:Build
        structure S3LogsConfig Status*:LogsConfigStatusType Location:-string EncryptionDisabled:-boolean BucketOwnerAccess:BucketOwnerAccess
        structure SourceAuth Type*:SourceAuthType Resource:-string
        structure StartBuildOutput Build:Build
        structure StopBuildOutput Build:Build
        structure VpcConfig VpcId:NonEmptyString Subnets:Subnets SecurityGroupIds:SecurityGroupIds
        timestamp -timestamp
        """#)
}
