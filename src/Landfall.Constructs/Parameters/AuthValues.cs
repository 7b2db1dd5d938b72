namespace Landfall.Constructs.Parameters;

/// <summary>What the edge stack publishes about sign-in.</summary>
public static class AuthValues
{
    /// <summary>The user pool's id.</summary>
    public static SharedValue UserPoolId { get; } = new("auth/user-pool-id", "User pool", Lasting: true);

    /// <summary>The user pool's ARN.</summary>
    public static SharedValue UserPoolArn { get; } = new("auth/user-pool-arn", "User pool ARN", Lasting: true);

    /// <summary>The id of the client that browsers use: authorisation code with PKCE, no secret.</summary>
    public static SharedValue ClientId { get; } = new("auth/client-id", "User pool client", Lasting: true);

    /// <summary>The id of the load balancer's own client, where a service requires sign-in.</summary>
    public static SharedValue LoadBalancerClientId { get; } =
        new("auth/load-balancer-client-id", "User pool client of the load balancer", Lasting: true);

    /// <summary>The prefix of the hosted sign-in pages' domain.</summary>
    public static SharedValue Domain { get; } = new("auth/domain", "Domain prefix of the sign-in pages", Lasting: true);
}
