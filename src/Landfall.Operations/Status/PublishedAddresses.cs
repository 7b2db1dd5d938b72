using Landfall.Config.Plan;

namespace Landfall.Operations.Status;

/// <summary>The names of the parameters under which an environment publishes what it is looked at by.</summary>
/// <param name="plan">The environment.</param>
internal sealed class PublishedAddresses(AppPlan plan)
{
    /// <summary>All of them.</summary>
    public IEnumerable<string> All =>
    [
        .. plan.Databases.Select(d => DatabaseArn(d.Name)),
        .. plan.Queues.SelectMany(q => new[] { QueueUrl(q.Name), DeadLetterUrl(q.Name) }),
        .. plan.Services.OfType<SiteServicePlan>().SelectMany(s => new[] { Distribution(s.Name), PublicUrl(s.Name) }),
        .. LoadBalancers,
        .. plan.Services.OfType<ContainerServicePlan>().Where(s => s.Image.Released).Select(s => plan.AwsNames.ImageParameter(s.Name)),
    ];

    /// <summary>The ends of the load balancers' ARNs, for example <c>app/shop-dev/0123</c>; only where there is something behind one.</summary>
    public IEnumerable<string> LoadBalancers => plan.Services.Any(s => s is WebServicePlan or InternalServicePlan)
        ? [$"{plan.ParameterRoot}/edge/full-name", $"{plan.ParameterRoot}/edge/internal-full-name"]
        : [];

    public string DatabaseArn(string database) => Database(database, "arn");

    public string Database(string database, string part) => $"{plan.ParameterRoot}/databases/{database}/{part}";

    public string QueueUrl(string queue) => $"{plan.ParameterRoot}/queues/{queue}/url";

    public string DeadLetterUrl(string queue) => $"{plan.ParameterRoot}/queues/{queue}/dead-letter-url";

    public string Distribution(string site) => $"{plan.ParameterRoot}/sites/{site}/distribution";

    public string SecurityGroup(string service) => $"{plan.ParameterRoot}/services/{service}/security-group";

    public string PublicUrl(string service) => $"{plan.ParameterRoot}/services/{service}/public-url";
}
