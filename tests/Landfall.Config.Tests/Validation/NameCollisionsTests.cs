using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class NameCollisionsTests
{
    [Theory]
    [InlineData("services: { api-network: { type: internal, image: nginx:1, port: 80 } }", "5:13 LF1509 In AWS 'shop-dev-api-network' would be service 'api-network' in 'dev' and the network stack in 'dev-api' at once.")]
    [InlineData("services: { api-data: { type: internal, image: nginx:1, port: 80 } }", "'shop-dev-api-data' would be service 'api-data' in 'dev' and the data stack in 'dev-api'")]
    [InlineData("services: { api-edge: { type: internal, image: nginx:1, port: 80 } }", "'shop-dev-api-edge'")]
    [InlineData("services: { api-web: { type: site }, web: { type: site } }", "'shop-dev-api-web' would be service 'api-web' in 'dev' and service 'web' in 'dev-api'")]
    [InlineData("tables: { api-orders: { partitionKey: id }, orders: { partitionKey: id } }", "'shop-dev-api-orders' would be the table of 'api-orders' in 'dev' and the table of 'orders' in 'dev-api'")]
    [InlineData("queues: { api-mails: {}, mails: {} }", "'shop-dev-api-mails' would be the queue of 'api-mails' in 'dev' and the queue of 'mails' in 'dev-api'")]
    [InlineData("buckets: { api-files: {}, files: {} }", "'shop-dev-api-files-111111111111-eu-west-1'")]
    [InlineData("queues: { api: {}, dead: {} }", "'shop-dev-api-dead' would be the dead-letter queue of 'api' in 'dev' and the queue of 'dead' in 'dev-api'")]
    [InlineData("tables: { users: { was: api-orders, partitionKey: id }, orders: { partitionKey: id } }", "'shop-dev-api-orders' would be the table of 'users' in 'dev'")]
    public void Check_TwoEnvironmentsOfOneAccount_NamesBothThings(string more, string expected) =>
        Assert.Contains(Problems("""{ dev: { account: "111111111111" }, dev-api: { account: "111111111111" } }""", more), p => p.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void Check_SignInPages_HaveOneAddressEach() =>
        Assert.Contains(
            Problems("{ dev: { auth: { signIn: [username] } }, dev-byname: { auth: { signIn: [email] } } }", ""),
            p => p.Contains("'shop-dev-byname-000000000000' would be the sign-in pages in 'dev' and the sign-in pages in 'dev-byname'", StringComparison.Ordinal));

    [Theory]
    [InlineData("queues: { emails: {}, emails-dead: {} }", "'shop-dev-emails-dead' would be the queue of 'emails-dead' (queue) and the dead-letter queue of 'emails' (dead-letter queue) at once. Give one of them another name.")]
    [InlineData("queues: { emails: { fifo: true }, emails-dead: { fifo: true } }", "'shop-dev-emails-dead.fifo'")]
    [InlineData("services: { flow-logs: { type: internal, image: nginx:1, port: 80 } }", "'/shop/dev/flow-logs'")]
    [InlineData("services: { web: { type: site }, web-deploy: { type: internal, image: nginx:1, port: 80 } }", "'/shop/dev/web-deploy'")]
    public void Check_OneEnvironment_NamesBothThings(string more, string expected) =>
        Assert.Contains(expected, Assert.Single(Problems("{ dev: {} }", more)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ dev: { account: "111111111111" }, dev-api: { account: "222222222222" } }""")]
    [InlineData("{ dev: { region: eu-west-1 }, dev-api: { region: us-east-1 } }")]
    public void Check_OtherAccountOrRegion_IsNoCollision(string environments) =>
        Assert.Empty(Problems(environments, "services: { api-network: { type: internal, image: nginx:1, port: 80 } }"));

    /// <summary>CloudFront is one for all regions of an account.</summary>
    [Fact]
    public void Check_SitesInTwoRegionsOfAnAccount_ShareTheNamesOfCloudFront() =>
        Assert.Contains(
            "'shop-dev-api-web-paths'",
            Assert.Single(Problems("{ dev: { region: eu-west-1 }, dev-api: { region: us-east-1 } }", "services: { api-web: { type: site }, web: { type: site } }")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("queues: { emails: {}, emails-dead: { fifo: true } }")]
    [InlineData("services: { api: { type: internal, image: nginx:1, port: 80 } }\ntables: { orders: { partitionKey: id } }")]
    public void Check_NamesThatDiffer_AreFine(string more) => Assert.Empty(Problems("{ dev: {}, dev-2: {} }", more));

    private static string[] Problems(string environments, string more) =>
        [.. TestLoad.Problems($"app: shop\nregion: eu-west-1\nnetwork: {{ zones: 2 }}\nenvironments: {environments}\n{more}\n").Where(p => !p.Contains(" warning: ", StringComparison.Ordinal))];
}
