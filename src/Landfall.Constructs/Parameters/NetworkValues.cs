namespace Landfall.Constructs.Parameters;

/// <summary>What the network stack publishes.</summary>
public static class NetworkValues
{
    /// <summary>The VPC's id.</summary>
    public static SharedValue VpcId { get; } = new("network/vpc-id", "VPC", Lasting: true);

    /// <summary>The VPC's address block.</summary>
    public static SharedValue VpcCidr { get; } = new("network/vpc-cidr", "VPC address block", Lasting: true);

    /// <summary>The security group of every task, which admits nobody and which the VPC endpoints admit.</summary>
    public static SharedValue TaskSecurityGroup { get; } =
        new("network/task-security-group", "Security group that all tasks have in common", Lasting: true);

    /// <summary>The ECS cluster's name.</summary>
    public static SharedValue ClusterName { get; } = new("network/cluster-name", "ECS cluster", Lasting: true);

    /// <summary>The ECS cluster's ARN.</summary>
    public static SharedValue ClusterArn { get; } = new("network/cluster-arn", "ECS cluster ARN", Lasting: true);

    /// <summary>The private DNS namespace's name, for example <c>dev.shop.local</c>.</summary>
    public static SharedValue NamespaceName { get; } =
        new("network/namespace-name", "Private DNS namespace", Lasting: true);

    /// <summary>The private DNS namespace's id.</summary>
    public static SharedValue NamespaceId { get; } =
        new("network/namespace-id", "Private DNS namespace id", Lasting: true);

    /// <summary>The private DNS namespace's ARN, for Service Connect.</summary>
    public static SharedValue NamespaceArn { get; } =
        new("network/namespace-arn", "Private DNS namespace ARN", Lasting: true);

    /// <summary>A public subnet's id.</summary>
    /// <param name="number">1 for the first zone, up to the number of zones.</param>
    /// <returns>The value.</returns>
    public static SharedValue PublicSubnet(int number) =>
        new($"network/public-subnets/zone{number}", "Public subnet", Lasting: true);

    /// <summary>A private subnet's id; isolated when the environment has no NAT.</summary>
    /// <param name="number">1 for the first zone, up to the number of zones.</param>
    /// <returns>The value.</returns>
    public static SharedValue PrivateSubnet(int number) =>
        new($"network/private-subnets/zone{number}", "Private subnet", Lasting: true);
}
