using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class ReferenceValidatorTests
{
    [Fact]
    public void Validate_UseOfNothing_IsReported() =>
        Assert.Equal(["5:41 LF1201"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, uses: [b] }
            """));

    [Fact]
    public void Validate_UseOfAWorker_IsReported() =>
        Assert.Equal(["6:41 LF1202"], SmallFile.Problems(
            """
            queues: { q: {} }
            services:
              a: { type: internal, image: n, uses: [b] }
              b: { type: worker, image: n, queue: q }
            """));

    [Fact]
    public void Validate_UseOfAuthWithoutUserPool_IsReported() =>
        Assert.Equal(["5:41 LF1201"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, uses: [auth] }
            """));

    [Fact]
    public void Validate_QueueThatIsATable_IsReported() =>
        Assert.Equal(["6:39 LF1202"], SmallFile.Problems(
            """
            tables: { q: { partitionKey: id } }
            services:
              a: { type: worker, image: n, queue: q }
            """));

    [Fact]
    public void Validate_WorkerWithoutQueue_IsReportedAtTheWorker() =>
        Assert.Equal(["5:3 LF1103"], SmallFile.Problems(
            """
            services:
              a: { type: worker, image: n }
            """));

    [Fact]
    public void Validate_ApiThatIsNotAWebService_IsReported() =>
        Assert.Equal(["6:25 LF1202"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n }
              w: { type: site, api: a }
            """));

    [Fact]
    public void Validate_TargetOfNothing_IsReported() =>
        Assert.Equal(["5:32 LF1201"], SmallFile.Problems(
            """
            services:
              l: { type: loadTest, target: x }
            """));

    [Fact]
    public void Validate_VolumeOfNothing_IsReported() =>
        Assert.Equal(["5:45 LF1201"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, volumes: { v: /v } }
            """));

    [Theory]
    [InlineData("d", "read", true)]
    [InlineData("d", "write", true)]
    [InlineData("d", "readWrite", false)]
    [InlineData("q", "read", true)]
    [InlineData("q", "readWrite", true)]
    [InlineData("q", "write", false)]
    [InlineData("t", "read", false)]
    [InlineData("b", "write", false)]
    public void Validate_AccessThatIamCannotKeep_IsReported(string name, string access, bool reported) =>
        Assert.Equal(reported ? ["9:56 LF1206"] : [], SmallFile.Problems(
            $$"""
            databases: { d: { engine: mysql } }
            queues: { q: {} }
            tables: { t: { partitionKey: id } }
            buckets: { b: {} }
            services:
              a: { type: internal, image: n, uses: [{ {{name}}: { access: {{access}} } }] }
            """));

    [Theory]
    [InlineData("read")]
    [InlineData("readWrite")]
    public void Validate_AccessWhereThereIsNoChoice_IsReported(string access) =>
        Assert.Equal(["7:56 LF1206", "7:89 LF1206", "7:131 LF1206"], SmallFile.Problems(
            $$"""
            secrets: { s: {} }
            auth: {}
            services:
              a: { type: internal, image: n, uses: [{ s: { access: {{access.PadRight(9)}} } }, { auth: { access: {{access.PadRight(9)}} } }, { other-service: { access: {{access}} } }] }
              other-service: { type: internal, image: n }
            """));
}
