// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `lambda`.
    static let lambda = ModelReader.read(
        #"""
        service lambda - - - - coral
        action addLayerVersionPermission - AddLayerVersionPermissionResponse
        action addPermission - AddPermissionResponse
        action createAlias - AliasConfiguration
        action createEventSourceMapping - EventSourceMappingConfiguration
        action createFunction - FunctionConfiguration
        action createFunctionUrlConfig - CreateFunctionUrlConfigResponse
        action deleteEventSourceMapping - EventSourceMappingConfiguration
        action deleteFunction - DeleteFunctionResponse
        action getAccountSettings - GetAccountSettingsResponse
        action getAlias - AliasConfiguration
        action getEventSourceMapping - EventSourceMappingConfiguration
        action getFunction - GetFunctionResponse
        action getFunctionConcurrency - GetFunctionConcurrencyResponse
        action getFunctionConfiguration - FunctionConfiguration
        action getFunctionEventInvokeConfig - FunctionEventInvokeConfig
        action getFunctionRecursionConfig - GetFunctionRecursionConfigResponse
        action getFunctionUrlConfig - GetFunctionUrlConfigResponse
        action getLayerVersion - GetLayerVersionResponse
        action getLayerVersionByArn - GetLayerVersionResponse
        action getLayerVersionPolicy - GetLayerVersionPolicyResponse
        action getPolicy - GetPolicyResponse
        action getProvisionedConcurrencyConfig - GetProvisionedConcurrencyConfigResponse
        action getRuntimeManagementConfig - GetRuntimeManagementConfigResponse
        action invoke - InvocationResponse
        action invokeAsync - InvokeAsyncResponse
        action invokeWithResponseStream - InvokeWithResponseStreamResponse
        action listAliases - ListAliasesResponse
        action listEventSourceMappings - ListEventSourceMappingsResponse
        action listFunctionEventInvokeConfigs - ListFunctionEventInvokeConfigsResponse
        action listFunctionUrlConfigs - ListFunctionUrlConfigsResponse
        action listFunctions - ListFunctionsResponse
        action listLayerVersions - ListLayerVersionsResponse
        action listLayers - ListLayersResponse
        action listTags - ListTagsResponse
        action listVersionsByFunction - ListVersionsByFunctionResponse
        action publishLayerVersion - PublishLayerVersionResponse
        action publishVersion - FunctionConfiguration
        action putFunctionConcurrency - Concurrency
        action putFunctionEventInvokeConfig - FunctionEventInvokeConfig
        action putFunctionRecursionConfig - PutFunctionRecursionConfigResponse
        action putProvisionedConcurrencyConfig - PutProvisionedConcurrencyConfigResponse
        action putRuntimeManagementConfig - PutRuntimeManagementConfigResponse
        action updateAlias - AliasConfiguration
        action updateEventSourceMapping - EventSourceMappingConfiguration
        action updateFunctionCode - FunctionConfiguration
        action updateFunctionConfiguration - FunctionConfiguration
        action updateFunctionEventInvokeConfig - FunctionEventInvokeConfig
        action updateFunctionUrlConfig - UpdateFunctionUrlConfigResponse
        blob -blob
        boolean -boolean
        double ExecutionEnvironmentMemoryGiBPerVCpu 2..8
        double Weight 0..1
        integer -integer
        integer BatchSize 1..10000
        integer EphemeralStorageSize 512..10240
        integer ExecutionTimeout 1..31622400
        integer MaxAge 0..86400
        integer MaximumBatchingWindowInSeconds 0..300
        integer MaximumConcurrency 2..1000
        integer MaximumEventAgeInSeconds 60..21600
        integer MaximumNumberOfPollers 1..2000
        integer MaximumRecordAgeInSeconds -1..604800
        integer MaximumRetryAttempts 0..2
        integer MaximumRetryAttemptsEventSourceMapping -1..10000
        integer MemorySize 128..32768
        integer MinimumNumberOfPollers 1..200
        integer NonNegativeInteger 0..
        integer ParallelizationFactor 1..10
        integer PerExecutionEnvironmentMaxConcurrency 1..1600
        integer PositiveInteger 1..
        integer ReservedConcurrentExecutions 0..
        integer RetentionPeriodInDays 1..90
        integer Timeout 1..
        integer TumblingWindowInSeconds 0..900
        integer UnreservedConcurrentExecutions 0..
        list AliasList AliasConfiguration -
        list AllowMethodsList Method - 0..6
        list AllowOriginsList Origin - 0..100
        list ArchitecturesList Architecture - 1..1
        list CompatibleArchitectures Architecture - 0..2
        list CompatibleRuntimes Runtime - 0..15
        list EndpointLists Endpoint - 1..10
        list EventSourceMappingMetricList EventSourceMappingMetric - 0..3
        list EventSourceMappingsList EventSourceMappingConfiguration -
        list FileSystemConfigList FileSystemConfig - 0..1
        list FilterList Filter -
        list FunctionEventInvokeConfigList FunctionEventInvokeConfig -
        list FunctionList FunctionConfiguration -
        list FunctionResponseTypeList FunctionResponseType - 0..1
        list FunctionUrlConfigList FunctionUrlConfig -
        list HeadersList Header - 0..100
        list KafkaSchemaRegistryAccessConfigList KafkaSchemaRegistryAccessConfig -
        list KafkaSchemaValidationConfigList KafkaSchemaValidationConfig -
        list LayerVersionsList LayerVersionsListItem -
        list LayersList LayersListItem -
        list LayersReferenceList Layer -
        list Queues Queue - 1..1
        list SecurityGroupIds -string - 0..5
        list SourceAccessConfigurations SourceAccessConfiguration - 0..22
        list StringList -string - 0..1500
        list SubnetIds -string - 0..16
        list Topics Topic - 1..1
        map AdditionalVersionWeights AdditionalVersion Weight - -
        map Endpoints EndPointType EndpointLists - - 1..2
        map EnvironmentVariables -string -string - -
        map Tags -string -string - -
        string -string
        string AdditionalVersion 1..1024
        string Alias 1..128
        string ApplicationLogLevel enum TRACE,DEBUG,INFO,WARN,ERROR,FATAL
        string Architecture enum x86_64,arm64
        string CapacityProviderArn 1..140
        string CollectionName 1..57
        string DatabaseName 1..63
        string Description 0..256
        string DestinationArn 0..350
        string DurableExecutionArn 1..1024
        string EndPointType enum KAFKA_BOOTSTRAP_SERVERS
        string Endpoint 1..300
        string EventSourceMappingArn 85..120
        string EventSourceMappingMetric enum EventCount,ErrorCount,KafkaMetrics
        string EventSourceMappingSystemLogLevel enum DEBUG,INFO,WARN
        string EventSourcePosition enum TRIM_HORIZON,LATEST,AT_TIMESTAMP
        string FileSystemArn 0..256
        string FilterCriteriaErrorCode 10..50
        string FilterCriteriaErrorMessage 10..2048
        string FullDocument enum UpdateLookup,Default
        string FunctionArn 0..10000
        string FunctionResponseType enum ReportBatchItemFailures
        string FunctionUrl 40..100
        string FunctionUrlAuthType enum NONE,AWS_IAM
        string Handler 0..128
        string Header 0..1024
        string InvokeMode enum BUFFERED,RESPONSE_STREAM
        string KafkaSchemaRegistryAuthType enum BASIC_AUTH,CLIENT_CERTIFICATE_TLS_AUTH,SERVER_ROOT_CA_CERTIFICATE
        string KafkaSchemaValidationAttribute enum KEY,VALUE
        string LastUpdateStatus enum Successful,Failed,InProgress
        string LastUpdateStatusReasonCode enum EniLimitExceeded,InsufficientRolePermissions,InvalidConfiguration,InternalError,SubnetOutOfIPAddresses,InvalidSubnet,InvalidSecurityGroup,ImageDeleted,ImageAccessDenied,InvalidImage,KMSKeyAccessDenied,KMSKeyNotFound,InvalidStateKMSKey,DisabledKMSKey,EFSIOError,EFSMountConnectivityError,EFSMountFailure,EFSMountTimeout,InvalidRuntime,InvalidZipFileException,FunctionError,VcpuLimitExceeded,CapacityProviderScalingLimitExceeded,InsufficientCapacity,EC2RequestLimitExceeded,FunctionError.InitTimeout,FunctionError.RuntimeInitError,FunctionError.ExtensionInitError,FunctionError.InvalidEntryPoint,FunctionError.InvalidWorkingDirectory,FunctionError.PermissionDenied,FunctionError.TooManyExtensions,FunctionError.InitResourceExhausted,DisallowedByVpcEncryptionControl
        string LayerArn 1..140
        string LayerName 1..140
        string LayerVersionArn 1..140
        string LicenseInfo 0..512
        string LocalMountPath 0..160
        string LogFormat enum JSON,Text
        string LogGroup 1..512
        string Method 0..6
        string NameSpacedFunctionArn 0..10000
        string NamespacedFunctionName 1..256
        string Origin 1..253
        string PackageType enum Zip,Image
        string Pattern 0..4096
        string ProvisionedConcurrencyStatusEnum enum IN_PROGRESS,READY,FAILED
        string ProvisionedPollerGroupName 0..128
        string Queue 1..1000
        string RecursiveLoop enum Allow,Terminate
        string Runtime enum nodejs,nodejs4.3,nodejs6.10,nodejs8.10,nodejs10.x,nodejs12.x,nodejs14.x,nodejs16.x,java8,java8.al2,java11,python2.7,python3.6,python3.7,python3.8,python3.9,dotnetcore1.0,dotnetcore2.0,dotnetcore2.1,dotnetcore3.1,dotnet6,dotnet8,nodejs4.3-edge,go1.x,ruby2.5,ruby2.7,provided,provided.al2,nodejs18.x,python3.10,java17,ruby3.2,ruby3.3,ruby3.4,python3.11,nodejs20.x,provided.al2023,python3.12,java21,python3.13,nodejs22.x,nodejs24.x,python3.14,java25,dotnet10,ruby4.0
        string RuntimeVersionArn 26..2048
        string SchemaRegistryEventRecordFormat enum JSON,SOURCE
        string SchemaRegistryUri 1..10000
        string SnapStartApplyOn enum PublishedVersions,None
        string SnapStartOptimizationStatus enum On,Off
        string SourceAccessType enum BASIC_AUTH,VPC_SUBNET,VPC_SECURITY_GROUP,SASL_SCRAM_512_AUTH,SASL_SCRAM_256_AUTH,VIRTUAL_HOST,CLIENT_CERTIFICATE_TLS_AUTH,SERVER_ROOT_CA_CERTIFICATE
        string State enum Pending,Active,Inactive,Failed,Deactivating,Deactivated,ActiveNonInvocable,Deleting
        string StateReasonCode enum Idle,Creating,Restoring,EniLimitExceeded,InsufficientRolePermissions,InvalidConfiguration,InternalError,SubnetOutOfIPAddresses,InvalidSubnet,InvalidSecurityGroup,ImageDeleted,ImageAccessDenied,InvalidImage,KMSKeyAccessDenied,KMSKeyNotFound,InvalidStateKMSKey,DisabledKMSKey,EFSIOError,EFSMountConnectivityError,EFSMountFailure,EFSMountTimeout,InvalidRuntime,InvalidZipFileException,FunctionError,DrainingDurableExecutions,VcpuLimitExceeded,CapacityProviderScalingLimitExceeded,InsufficientCapacity,EC2RequestLimitExceeded,FunctionError.InitTimeout,FunctionError.RuntimeInitError,FunctionError.ExtensionInitError,FunctionError.InvalidEntryPoint,FunctionError.InvalidWorkingDirectory,FunctionError.PermissionDenied,FunctionError.TooManyExtensions,FunctionError.InitResourceExhausted,DisallowedByVpcEncryptionControl
        string SystemLogLevel enum DEBUG,INFO,WARN
        string TagsErrorCode 10..21
        string TagsErrorMessage 84..1000
        string TenantIsolationMode enum PER_TENANT
        string Topic 1..249
        string TracingMode enum Active,PassThrough
        string URI 1..200
        string UpdateRuntimeOn enum Auto,Manual,FunctionUpdate
        string Version 1..1024
        string WorkingDirectory 0..1000
        structure AccountLimit TotalCodeSize:-integer CodeSizeUnzipped:-integer CodeSizeZipped:-integer ConcurrentExecutions:-integer UnreservedConcurrentExecutions:UnreservedConcurrentExecutions
        structure AccountUsage TotalCodeSize:-integer FunctionCount:-integer
        structure AddLayerVersionPermissionResponse Statement:-string RevisionId:-string
        structure AddPermissionResponse Statement:-string
        structure AliasConfiguration AliasArn:FunctionArn Name:Alias FunctionVersion:Version Description:Description RoutingConfig:AliasRoutingConfiguration RevisionId:-string
        structure AliasRoutingConfiguration AdditionalVersionWeights:AdditionalVersionWeights
        structure AmazonManagedKafkaEventSourceConfig ConsumerGroupId:URI SchemaRegistryConfig:KafkaSchemaRegistryConfig
        structure CapacityProviderConfig LambdaManagedInstancesCapacityProviderConfig*:LambdaManagedInstancesCapacityProviderConfig
        structure Concurrency ReservedConcurrentExecutions:ReservedConcurrentExecutions
        structure Cors AllowCredentials:-boolean AllowHeaders:HeadersList AllowMethods:AllowMethodsList AllowOrigins:AllowOriginsList ExposeHeaders:HeadersList MaxAge:MaxAge
        structure CreateFunctionUrlConfigResponse FunctionUrl*:FunctionUrl FunctionArn*:FunctionArn AuthType*:FunctionUrlAuthType Cors:Cors CreationTime*:-string InvokeMode:InvokeMode
        structure DeadLetterConfig TargetArn:-string
        structure DeleteFunctionResponse StatusCode:-integer
        structure DestinationConfig OnSuccess:OnSuccess OnFailure:OnFailure
        structure DocumentDBEventSourceConfig DatabaseName:DatabaseName CollectionName:CollectionName FullDocument:FullDocument
        structure DurableConfig RetentionPeriodInDays:RetentionPeriodInDays ExecutionTimeout:ExecutionTimeout
        structure EnvironmentError ErrorCode:-string Message:-string
        structure EnvironmentResponse Variables:EnvironmentVariables Error:EnvironmentError
        structure EphemeralStorage Size*:EphemeralStorageSize
        structure EventSourceMappingConfiguration Uuid:-string StartingPosition:EventSourcePosition StartingPositionTimestamp:-timestamp BatchSize:BatchSize MaximumBatchingWindowInSeconds:MaximumBatchingWindowInSeconds ParallelizationFactor:ParallelizationFactor EventSourceArn:-string FilterCriteria:FilterCriteria FunctionArn:FunctionArn LastModified:-timestamp LastProcessingResult:-string State:-string StateTransitionReason:-string DestinationConfig:DestinationConfig Topics:Topics Queues:Queues SourceAccessConfigurations:SourceAccessConfigurations SelfManagedEventSource:SelfManagedEventSource MaximumRecordAgeInSeconds:MaximumRecordAgeInSeconds BisectBatchOnFunctionError:-boolean MaximumRetryAttempts:MaximumRetryAttemptsEventSourceMapping TumblingWindowInSeconds:TumblingWindowInSeconds FunctionResponseTypes:FunctionResponseTypeList AmazonManagedKafkaEventSourceConfig:AmazonManagedKafkaEventSourceConfig SelfManagedKafkaEventSourceConfig:SelfManagedKafkaEventSourceConfig ScalingConfig:ScalingConfig DocumentDbEventSourceConfig:DocumentDBEventSourceConfig KmsKeyArn:-string FilterCriteriaError:FilterCriteriaError EventSourceMappingArn:EventSourceMappingArn MetricsConfig:EventSourceMappingMetricsConfig LoggingConfig:EventSourceMappingLoggingConfig ProvisionedPollerConfig:ProvisionedPollerConfig
        structure EventSourceMappingLoggingConfig SystemLogLevel:EventSourceMappingSystemLogLevel
        structure EventSourceMappingMetricsConfig Metrics:EventSourceMappingMetricList
        structure FileSystemConfig Arn*:FileSystemArn LocalMountPath*:LocalMountPath
        structure Filter Pattern:Pattern
        structure FilterCriteria Filters:FilterList
        structure FilterCriteriaError ErrorCode:FilterCriteriaErrorCode Message:FilterCriteriaErrorMessage
        structure FunctionCodeLocation RepositoryType:-string Location:-string ImageUri:-string ResolvedImageUri:-string SourceKmsKeyArn:-string
        structure FunctionConfiguration FunctionName:NamespacedFunctionName FunctionArn:NameSpacedFunctionArn Runtime:Runtime Role:-string Handler:Handler CodeSize:-integer Description:Description Timeout:Timeout MemorySize:MemorySize LastModified:-string CodeSha256:-string Version:Version VpcConfig:VpcConfigResponse DeadLetterConfig:DeadLetterConfig Environment:EnvironmentResponse KmsKeyArn:-string TracingConfig:TracingConfigResponse MasterArn:FunctionArn RevisionId:-string Layers:LayersReferenceList State:State StateReason:-string StateReasonCode:StateReasonCode LastUpdateStatus:LastUpdateStatus LastUpdateStatusReason:-string LastUpdateStatusReasonCode:LastUpdateStatusReasonCode FileSystemConfigs:FileSystemConfigList PackageType:PackageType ImageConfigResponse:ImageConfigResponse SigningProfileVersionArn:-string SigningJobArn:-string Architectures:ArchitecturesList EphemeralStorage:EphemeralStorage SnapStart:SnapStartResponse RuntimeVersionConfig:RuntimeVersionConfig LoggingConfig:LoggingConfig CapacityProviderConfig:CapacityProviderConfig ConfigSha256:-string DurableConfig:DurableConfig TenancyConfig:TenancyConfig
        structure FunctionEventInvokeConfig LastModified:-timestamp FunctionArn:FunctionArn MaximumRetryAttempts:MaximumRetryAttempts MaximumEventAgeInSeconds:MaximumEventAgeInSeconds DestinationConfig:DestinationConfig
        structure FunctionUrlConfig FunctionUrl*:FunctionUrl FunctionArn*:FunctionArn CreationTime*:-string LastModifiedTime*:-string Cors:Cors AuthType*:FunctionUrlAuthType InvokeMode:InvokeMode
        structure GetAccountSettingsResponse AccountLimit:AccountLimit AccountUsage:AccountUsage
        structure GetFunctionConcurrencyResponse ReservedConcurrentExecutions:ReservedConcurrentExecutions
        structure GetFunctionRecursionConfigResponse RecursiveLoop:RecursiveLoop
        structure GetFunctionResponse Configuration:FunctionConfiguration Code:FunctionCodeLocation Tags:Tags TagsError:TagsError Concurrency:Concurrency
        structure GetFunctionUrlConfigResponse FunctionUrl*:FunctionUrl FunctionArn*:FunctionArn AuthType*:FunctionUrlAuthType Cors:Cors CreationTime*:-string LastModifiedTime*:-string InvokeMode:InvokeMode
        structure GetLayerVersionPolicyResponse Policy:-string RevisionId:-string
        structure GetLayerVersionResponse Content:LayerVersionContentOutput LayerArn:LayerArn LayerVersionArn:LayerVersionArn Description:Description CreatedDate:-string Version:-integer CompatibleRuntimes:CompatibleRuntimes LicenseInfo:LicenseInfo CompatibleArchitectures:CompatibleArchitectures
        structure GetPolicyResponse Policy:-string RevisionId:-string
        structure GetProvisionedConcurrencyConfigResponse RequestedProvisionedConcurrentExecutions:PositiveInteger AvailableProvisionedConcurrentExecutions:NonNegativeInteger AllocatedProvisionedConcurrentExecutions:NonNegativeInteger Status:ProvisionedConcurrencyStatusEnum StatusReason:-string LastModified:-string
        structure GetRuntimeManagementConfigResponse UpdateRuntimeOn:UpdateRuntimeOn RuntimeVersionArn:RuntimeVersionArn FunctionArn:NameSpacedFunctionArn
        structure ImageConfig EntryPoint:StringList Command:StringList WorkingDirectory:WorkingDirectory
        structure ImageConfigError ErrorCode:-string Message:-string
        structure ImageConfigResponse ImageConfig:ImageConfig Error:ImageConfigError
        structure InvocationResponse StatusCode:-integer FunctionError:-string LogResult:-string Payload:-blob ExecutedVersion:Version DurableExecutionArn:DurableExecutionArn
        structure InvokeAsyncResponse Status:-integer
        structure InvokeResponseStreamUpdate Payload:-blob
        structure InvokeWithResponseStreamCompleteEvent ErrorCode:-string ErrorDetails:-string LogResult:-string
        structure InvokeWithResponseStreamResponse StatusCode:-integer ExecutedVersion:Version EventStream:InvokeWithResponseStreamResponseEvent ResponseStreamContentType:-string
        structure InvokeWithResponseStreamResponseEvent PayloadChunk:InvokeResponseStreamUpdate InvokeComplete:InvokeWithResponseStreamCompleteEvent
        structure KafkaSchemaRegistryAccessConfig Type:KafkaSchemaRegistryAuthType Uri:-string
        structure KafkaSchemaRegistryConfig SchemaRegistryUri:SchemaRegistryUri EventRecordFormat:SchemaRegistryEventRecordFormat AccessConfigs:KafkaSchemaRegistryAccessConfigList SchemaValidationConfigs:KafkaSchemaValidationConfigList
        structure KafkaSchemaValidationConfig Attribute:KafkaSchemaValidationAttribute
        structure LambdaManagedInstancesCapacityProviderConfig CapacityProviderArn*:CapacityProviderArn PerExecutionEnvironmentMaxConcurrency:PerExecutionEnvironmentMaxConcurrency ExecutionEnvironmentMemoryGiBPerVCpu:ExecutionEnvironmentMemoryGiBPerVCpu
        structure Layer Arn:LayerVersionArn CodeSize:-integer SigningProfileVersionArn:-string SigningJobArn:-string
        structure LayerVersionContentOutput Location:-string CodeSha256:-string CodeSize:-integer SigningProfileVersionArn:-string SigningJobArn:-string
        structure LayerVersionsListItem LayerVersionArn:LayerVersionArn Version:-integer Description:Description CreatedDate:-string CompatibleRuntimes:CompatibleRuntimes LicenseInfo:LicenseInfo CompatibleArchitectures:CompatibleArchitectures
        structure LayersListItem LayerName:LayerName LayerArn:LayerArn LatestMatchingVersion:LayerVersionsListItem
        structure ListAliasesResponse NextMarker:-string Aliases:AliasList
        structure ListEventSourceMappingsResponse NextMarker:-string EventSourceMappings:EventSourceMappingsList
        structure ListFunctionEventInvokeConfigsResponse FunctionEventInvokeConfigs:FunctionEventInvokeConfigList NextMarker:-string
        structure ListFunctionUrlConfigsResponse FunctionUrlConfigs*:FunctionUrlConfigList NextMarker:-string
        structure ListFunctionsResponse NextMarker:-string Functions:FunctionList
        structure ListLayerVersionsResponse NextMarker:-string LayerVersions:LayerVersionsList
        structure ListLayersResponse NextMarker:-string Layers:LayersList
        structure ListTagsResponse Tags:Tags
        structure ListVersionsByFunctionResponse NextMarker:-string Versions:FunctionList
        structure LoggingConfig LogFormat:LogFormat ApplicationLogLevel:ApplicationLogLevel SystemLogLevel:SystemLogLevel LogGroup:LogGroup
        structure OnFailure Destination:DestinationArn
        structure OnSuccess Destination:DestinationArn
        structure ProvisionedPollerConfig MinimumPollers:MinimumNumberOfPollers MaximumPollers:MaximumNumberOfPollers PollerGroupName:ProvisionedPollerGroupName
        structure PublishLayerVersionResponse Content:LayerVersionContentOutput LayerArn:LayerArn LayerVersionArn:LayerVersionArn Description:Description CreatedDate:-string Version:-integer CompatibleRuntimes:CompatibleRuntimes LicenseInfo:LicenseInfo CompatibleArchitectures:CompatibleArchitectures
        structure PutFunctionRecursionConfigResponse RecursiveLoop:RecursiveLoop
        structure PutProvisionedConcurrencyConfigResponse RequestedProvisionedConcurrentExecutions:PositiveInteger AvailableProvisionedConcurrentExecutions:NonNegativeInteger AllocatedProvisionedConcurrentExecutions:NonNegativeInteger Status:ProvisionedConcurrencyStatusEnum StatusReason:-string LastModified:-string
        structure PutRuntimeManagementConfigResponse UpdateRuntimeOn*:UpdateRuntimeOn FunctionArn*:FunctionArn RuntimeVersionArn:RuntimeVersionArn
        structure RuntimeVersionConfig RuntimeVersionArn:RuntimeVersionArn Error:RuntimeVersionError
        structure RuntimeVersionError ErrorCode:-string Message:-string
        structure ScalingConfig MaximumConcurrency:MaximumConcurrency
        structure SelfManagedEventSource Endpoints:Endpoints
        structure SelfManagedKafkaEventSourceConfig ConsumerGroupId:URI SchemaRegistryConfig:KafkaSchemaRegistryConfig
        structure SnapStartResponse ApplyOn:SnapStartApplyOn OptimizationStatus:SnapStartOptimizationStatus
        structure SourceAccessConfiguration Type:SourceAccessType Uri:URI
        structure TagsError ErrorCode*:TagsErrorCode Message*:TagsErrorMessage
        structure TenancyConfig TenantIsolationMode*:TenantIsolationMode
        structure TracingConfigResponse Mode:TracingMode
        structure UpdateFunctionUrlConfigResponse FunctionUrl*:FunctionUrl FunctionArn*:FunctionArn AuthType*:FunctionUrlAuthType Cors:Cors CreationTime*:-string LastModifiedTime*:-string InvokeMode:InvokeMode
        structure VpcConfigResponse SubnetIds:SubnetIds SecurityGroupIds:SecurityGroupIds VpcId:-string Ipv6AllowedForDualStack:-boolean
        timestamp -timestamp
        """#)
}
