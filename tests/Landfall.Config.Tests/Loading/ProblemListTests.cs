using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Loading;

public class ProblemListTests
{
    [Fact]
    public void Add_NameThatEachEnvironmentKnowsOthersBeside_IsReportedOnce()
    {
        var problem = Assert.Single(TestLoad.Problems("""
            app: shop
            region: eu-west-1
            services: { api: { type: worker, image: tool, queue: q, uses: [zz] } }
            environments:
              dev: { queues: { q: {}, dev-only: {} } }
              prod: { queues: { q: {}, prod-only: {} } }
            """));

        Assert.Equal("landfall.yaml:3:64 LF1201 'zz' is neither a resource nor a service of this file. There is dev-only, q.", problem);
    }

    [Fact]
    public void Add_NameThatTwoOfThreeEnvironmentsLack_SaysWhich() =>
        Assert.EndsWith("(In dev, test.)", Assert.Single(TestLoad.Problems("""
            app: shop
            region: eu-west-1
            services: { api: { type: worker, image: tool, queue: q, uses: [zz] } }
            environments:
              dev: { queues: { q: {}, dev-only: {} } }
              prod: { queues: { q: {}, zz: {} } }
              test: { queues: { q: {} } }
            """)), StringComparison.Ordinal);
}
