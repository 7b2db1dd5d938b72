using Landfall.Config.Values;

namespace Landfall.Config.Tests.Values;

public class FargateSizesTests
{
    [Theory]
    [InlineData(256, 3, 512, 2048)]
    [InlineData(512, 4, 1024, 4096)]
    [InlineData(1024, 7, 2048, 8192)]
    [InlineData(2048, 13, 4096, 16_384)]
    [InlineData(4096, 23, 8192, 30_720)]
    [InlineData(8192, 12, 16_384, 61_440)]
    [InlineData(16_384, 12, 32_768, 122_880)]
    public void Memory_CpuOfFargate_GivesTheDocumentedRange(int cpu, int count, int least, int most)
    {
        var memory = FargateSizes.Memory(cpu);

        Assert.Equal((count, least, most), (memory.Count, memory[0], memory[^1]));
    }

    [Fact]
    public void Memory_OtherCpu_IsEmpty() => Assert.Empty(FargateSizes.Memory(300));
}
