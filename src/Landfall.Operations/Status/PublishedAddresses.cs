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
        .. plan.Services.OfType<ContainerServicePlan>().Where(s => s.Image.Released).Select(s => plan.AwsNames.ImageParameter(s.Name)),
    ];

    public string DatabaseArn(string database) => Database(database, "arn");

    public string Database(string database, string part) => $"{plan.ParameterRoot}/databases/{database}/{part}";

    public string QueueUrl(string queue) => $"{plan.ParameterRoot}/queues/{queue}/url";

    public string DeadLetterUrl(string queue) => $"{plan.ParameterRoot}/queues/{queue}/dead-letter-url";

    public string Distribution(string site) => $"{plan.ParameterRoot}/sites/{site}/distribution";

    public string SecurityGroup(string service) => $"{plan.ParameterRoot}/services/{service}/security-group";

    public string PublicUrl(string service) => $"{plan.ParameterRoot}/services/{service}/public-url";
}
