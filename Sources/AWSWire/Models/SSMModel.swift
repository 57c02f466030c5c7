// Made by Tools/wire-models.py; not edited by hand.

extension ServiceModel {
    /// Shapes of the actions of `ssm`.
    package static let ssm = ModelReader.read(
        #"""
        service ssm json 1.1 AmazonSSM 2014-11-06 coral
        action PutParameter PutParameterRequest PutParameterResult
        action GetParameter GetParameterRequest GetParameterResult
        action GetParameters GetParametersRequest GetParametersResult
        action GetParametersByPath GetParametersByPathRequest GetParametersByPathResult
        action GetParameterHistory GetParameterHistoryRequest GetParameterHistoryResult
        action DescribeParameters DescribeParametersRequest DescribeParametersResult
        action DeleteParameter DeleteParameterRequest DeleteParameterResult
        action DeleteParameters DeleteParametersRequest DeleteParametersResult
        action LabelParameterVersion LabelParameterVersionRequest LabelParameterVersionResult
        action UnlabelParameterVersion UnlabelParameterVersionRequest UnlabelParameterVersionResult
        action AddTagsToResource AddTagsToResourceRequest AddTagsToResourceResult
        action RemoveTagsFromResource RemoveTagsFromResourceRequest RemoveTagsFromResourceResult
        action ListTagsForResource ListTagsForResourceRequest ListTagsForResourceResult
        error HierarchyLevelLimitExceededException 400 HierarchyLevelLimitExceededException message
        error HierarchyTypeMismatchException 400 HierarchyTypeMismatchException message
        error IncompatiblePolicyException 400 IncompatiblePolicyException message
        error InternalServerError 500 InternalServerError Message
        error InvalidAllowedPatternException 400 InvalidAllowedPatternException message
        error InvalidFilterKey 400 InvalidFilterKey message
        error InvalidFilterOption 400 InvalidFilterOption message
        error InvalidFilterValue 400 InvalidFilterValue Message
        error InvalidKeyId 400 InvalidKeyId message
        error InvalidNextToken 400 InvalidNextToken Message
        error InvalidPolicyAttributeException 400 InvalidPolicyAttributeException message
        error InvalidPolicyTypeException 400 InvalidPolicyTypeException message
        error InvalidResourceId 400 InvalidResourceId message
        error InvalidResourceType 400 InvalidResourceType message
        error ParameterAlreadyExists 400 ParameterAlreadyExists message
        error ParameterLimitExceeded 400 ParameterLimitExceeded message
        error ParameterMaxVersionLimitExceeded 400 ParameterMaxVersionLimitExceeded message
        error ParameterNotFound 400 ParameterNotFound message
        error ParameterPatternMismatchException 400 ParameterPatternMismatchException message
        error ParameterVersionLabelLimitExceeded 400 ParameterVersionLabelLimitExceeded message
        error ParameterVersionNotFound 400 ParameterVersionNotFound message
        error PoliciesLimitExceededException 400 PoliciesLimitExceededException message
        error TooManyTagsError 400 TooManyTagsError message
        error TooManyUpdates 400 TooManyUpdates Message
        error UnsupportedParameterType 400 UnsupportedParameterType message
        structure AddTagsToResourceRequest ResourceType*:ResourceTypeForTagging ResourceId*:ResourceId Tags*:TagList
        structure AddTagsToResourceResult 
        string AllowedPattern 0..1024
        boolean Boolean
        timestamp DateTime
        structure DeleteParameterRequest Name*:PSParameterName
        structure DeleteParameterResult 
        structure DeleteParametersRequest Names*:ParameterNameList
        structure DeleteParametersResult DeletedParameters:ParameterNameList InvalidParameters:ParameterNameList
        structure DescribeParametersRequest Filters:ParametersFilterList ParameterFilters:ParameterStringFilterList MaxResults:MaxResults NextToken:NextToken Shared:Boolean
        structure DescribeParametersResult Parameters:ParameterMetadataList NextToken:NextToken
        structure GetParameterHistoryRequest Name*:PSParameterName WithDecryption:Boolean MaxResults:MaxResults NextToken:NextToken
        structure GetParameterHistoryResult Parameters:ParameterHistoryList NextToken:NextToken
        structure GetParameterRequest Name*:PSParameterName WithDecryption:Boolean
        structure GetParameterResult Parameter:Parameter
        integer GetParametersByPathMaxResults 1..10
        structure GetParametersByPathRequest Path*:PSParameterName Recursive:Boolean ParameterFilters:ParameterStringFilterList WithDecryption:Boolean MaxResults:GetParametersByPathMaxResults NextToken:NextToken
        structure GetParametersByPathResult Parameters:ParameterList NextToken:NextToken
        structure GetParametersRequest Names*:ParameterNameList WithDecryption:Boolean
        structure GetParametersResult Parameters:ParameterList InvalidParameters:ParameterNameList
        list KeyList TagKey member
        structure LabelParameterVersionRequest Name*:PSParameterName ParameterVersion:PSParameterVersion Labels*:ParameterLabelList
        structure LabelParameterVersionResult InvalidLabels:ParameterLabelList ParameterVersion:PSParameterVersion
        structure ListTagsForResourceRequest ResourceType*:ResourceTypeForTagging ResourceId*:ResourceId
        structure ListTagsForResourceResult TagList:TagList
        integer MaxResults 1..50
        string NextToken
        string PSParameterName 1..2048
        string PSParameterSelector 0..128
        string PSParameterValue sensitive
        long PSParameterVersion
        structure Parameter Name:PSParameterName Type:ParameterType Value:PSParameterValue Version:PSParameterVersion Selector:PSParameterSelector SourceResult:String LastModifiedDate:DateTime ARN:String DataType:ParameterDataType
        string ParameterDataType 0..128
        string ParameterDescription 0..1024
        structure ParameterHistory Name:PSParameterName Type:ParameterType KeyId:ParameterKeyId LastModifiedDate:DateTime LastModifiedUser:String Description:ParameterDescription Value:PSParameterValue AllowedPattern:AllowedPattern Version:PSParameterVersion Labels:ParameterLabelList Tier:ParameterTier Policies:ParameterPolicyList DataType:ParameterDataType
        list ParameterHistoryList ParameterHistory member
        structure ParameterInlinePolicy PolicyText:String PolicyType:String PolicyStatus:String
        string ParameterKeyId 1..256 pattern ^([a-zA-Z0-9:/_-]+)$
        string ParameterLabel 1..100
        list ParameterLabelList ParameterLabel member 1..10
        list ParameterList Parameter member
        structure ParameterMetadata Name:PSParameterName ARN:String Type:ParameterType KeyId:ParameterKeyId LastModifiedDate:DateTime LastModifiedUser:String Description:ParameterDescription AllowedPattern:AllowedPattern Version:PSParameterVersion Tier:ParameterTier Policies:ParameterPolicyList DataType:ParameterDataType
        list ParameterMetadataList ParameterMetadata member
        list ParameterNameList PSParameterName member 1..10
        string ParameterPolicies 1..4096
        list ParameterPolicyList ParameterInlinePolicy member
        structure ParameterStringFilter Key*:ParameterStringFilterKey Option:ParameterStringQueryOption Values:ParameterStringFilterValueList
        string ParameterStringFilterKey 1..132 pattern tag:.+|Name|Type|KeyId|Path|Label|Tier|DataType
        list ParameterStringFilterList ParameterStringFilter member
        string ParameterStringFilterValue 1..1024
        list ParameterStringFilterValueList ParameterStringFilterValue member 1..50
        string ParameterStringQueryOption 1..10
        string ParameterTier enum Standard,Advanced,Intelligent-Tiering
        string ParameterType enum String,StringList,SecureString
        structure ParametersFilter Key*:ParametersFilterKey Values*:ParametersFilterValueList
        string ParametersFilterKey enum Name,Type,KeyId
        list ParametersFilterList ParametersFilter member
        string ParametersFilterValue 1..1024
        list ParametersFilterValueList ParametersFilterValue member 1..50
        structure PutParameterRequest Name*:PSParameterName Description:ParameterDescription Value*:PSParameterValue Type:ParameterType KeyId:ParameterKeyId Overwrite:Boolean AllowedPattern:AllowedPattern Tags:TagList Tier:ParameterTier Policies:ParameterPolicies DataType:ParameterDataType
        structure PutParameterResult Version:PSParameterVersion Tier:ParameterTier
        structure RemoveTagsFromResourceRequest ResourceType*:ResourceTypeForTagging ResourceId*:ResourceId TagKeys*:KeyList
        structure RemoveTagsFromResourceResult 
        string ResourceId
        string ResourceTypeForTagging enum Document,ManagedInstance,MaintenanceWindow,Parameter,PatchBaseline,OpsItem,OpsMetadata,Automation,Association
        string String
        structure Tag Key*:TagKey Value*:TagValue
        string TagKey 1..128 pattern ^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$
        list TagList Tag member ..1000
        string TagValue 0..256 pattern ^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$
        structure UnlabelParameterVersionRequest Name*:PSParameterName ParameterVersion*:PSParameterVersion Labels*:ParameterLabelList
        structure UnlabelParameterVersionResult RemovedLabels:ParameterLabelList InvalidLabels:ParameterLabelList
        """#)
}
