namespace Landfall.Config.Prices;

/// <summary>How a price came into the table.</summary>
internal enum PriceCertainty
{
    /// <summary>It was read where AWS, or somebody who quotes AWS's price list, has published it.</summary>
    Published,

    /// <summary>It was written down from memory, and is to be checked.</summary>
    Memory,
}
