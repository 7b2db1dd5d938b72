using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Sessions;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Sessions;

public sealed class TunnelOperationTests
{
    [Theory]
    [InlineData("a: { type: internal, image: n, port: 80, uses: [orders] }, b: { type: internal, image: n, port: 80, uses: [orders], exec: true }", null, "b")]
    [InlineData("a: { type: job, image: n, schedule: \"0 3 * * *\", uses: [orders], exec: true }, b: { type: internal, image: n, port: 80, uses: [orders], exec: true }", null, "b")]
    [InlineData("a: { type: internal, image: n, port: 80, uses: [orders], exec: true }, b: { type: internal, image: n, port: 80, uses: [orders] }", "b", "b")]
    public void Through_ServicesThatUseTheDatabase_IsTheOneThatTakesSessions(string services, string? named, string expected)
    {
        var plan = Plan(services);

        Assert.Equal(expected, TunnelOperation.Through(plan, plan.Databases[0], named).Name);
    }

    [Theory]
    [InlineData("a: { type: internal, image: n, port: 80, exec: true }", null, "No service that uses 'orders' takes sessions. No service uses it.")]
    [InlineData("b: { type: internal, image: n, port: 80, uses: [orders] }, a: { type: internal, image: n, port: 80, uses: [orders] }", null, "No service that uses 'orders' takes sessions. These use it: a, b.")]
    [InlineData("a: { type: internal, image: n, port: 80, uses: [orders] }, b: { type: internal, image: n, port: 80, exec: true }", "b", "'b' does not use 'orders', so that its tasks cannot reach it. These use it: a.")]
    public void Through_None_SaysWhich(string services, string? named, string message)
    {
        var plan = Plan(services);

        var error = Assert.Throws<LandfallException>(() => TunnelOperation.Through(plan, plan.Databases[0], named));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Request_Database_NamesTheHostAndServiceDoesNot()
    {
        Assert.Equal(
            """{"Target":"t","DocumentName":"AWS-StartPortForwardingSessionToRemoteHost","Parameters":{"portNumber":["5432"],"localPortNumber":["15432"],"host":["db.internal"]}}""",
            TunnelOperation.Request("t", new TunnelEnd(15432, "db.internal", 5432, "orders", "arn")).ToJsonString());
        Assert.Equal(
            """{"Target":"t","DocumentName":"AWS-StartPortForwardingSession","Parameters":{"portNumber":["8080"],"localPortNumber":["8080"]}}""",
            TunnelOperation.Request("t", new TunnelEnd(8080, "127.0.0.1", 8080, null, null)).ToJsonString());
    }

    private static AppPlan Plan(string services) => PlainPlan.Create(services, "databases: { orders: { engine: aurora-postgresql } }");
}
