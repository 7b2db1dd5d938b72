namespace Landfall.Config.Stacks;

/// <summary>
/// The names in AWS that follow from the file alone: the one place where they are made up. Each takes the name under
/// which AWS knows a thing (a plan's <c>Name</c>).
/// </summary>
/// <param name="App">The application's name.</param>
/// <param name="Environment">The environment's name.</param>
public sealed record AwsNames(string App, string Environment)
{
    /// <summary>What every stack and most names begin with: <c>app-environment</c>.</summary>
    public string Prefix => $"{App}-{Environment}";

    /// <summary>The root of the SSM parameters: <c>/app/environment</c>.</summary>
    public string ParameterRoot => $"/{App}/{Environment}";

    /// <summary>The private DNS namespace, for example <c>dev.shop.local</c>.</summary>
    public string Namespace => $"{Environment}.{App}.local";

    /// <summary>A stack, by its part: <c>network</c>, <c>data</c>, <c>edge</c> or a service's name.</summary>
    public string Stack(string part) => $"{Prefix}-{part}";

    /// <summary>A queue, for example <c>shop-dev-emails</c>, ending in <c>.fifo</c> for a FIFO queue.</summary>
    public string Queue(string queue, bool fifo) => $"{Prefix}-{queue}{(fifo ? ".fifo" : "")}";

    /// <summary>A queue's dead-letter queue, for example <c>shop-dev-emails-dead</c>.</summary>
    public string DeadLetterQueue(string queue, bool fifo) => Queue($"{queue}-dead", fifo);

    /// <summary>A table, for example <c>shop-dev-audit</c>.</summary>
    public string Table(string table) => $"{Prefix}-{table}";

    /// <summary>A bucket, which has to be unique in the world: <c>shop-dev-uploads-111111111111-eu-west-1</c>.</summary>
    public string Bucket(string bucket, string account, string region) => $"{Prefix}-{bucket}-{account}-{region}";

    /// <summary>A secret, for example <c>shop/dev/stripe</c>.</summary>
    public string Secret(string secret) => $"{App}/{Environment}/{secret}";

    /// <summary>The ECR repository of a service's built images, for example <c>shop/dev/api</c>.</summary>
    public string Repository(string service) => $"{App}/{Environment}/{service}";

    /// <summary>A service's log group, for example <c>/shop/dev/api</c>.</summary>
    public string LogGroup(string service) => $"{ParameterRoot}/{service}";

    /// <summary>A job's schedule and state machine, for example <c>shop-dev-nightly</c>.</summary>
    public string Job(string job) => $"{Prefix}-{job}";

    /// <summary>The CloudFront function that finds a site's documents, for example <c>shop-dev-web-paths</c>.</summary>
    public string PathFunction(string site) => $"{Prefix}-{site}-paths";

    /// <summary>The first label of the sign-in pages' address; a variant is another user pool's, which stands beside the first.</summary>
    public string SignInDomain(string account, string variant) => $"{Prefix}{(variant.Length == 0 ? "" : $"-{variant}")}-{account}";
}
