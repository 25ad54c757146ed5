using System.Text;

namespace TeacherDevPlan.SampleData.National;

/// <summary>
/// A pseudo-random generator with the same output on every machine and in every version of .NET (SplitMix64, Steele,
/// Lea and Flood 2014).
/// </summary>
internal sealed class Dice(ulong state)
{
    private ulong state = state;

    /// <summary>A generator for one part of the data, independent of all others.</summary>
    public static Dice For(int seed, string part)
    {
        var hash = 14695981039346656037UL ^ (ulong)seed; // FNV-1a
        foreach (var one in Encoding.UTF8.GetBytes(part))
            hash = (hash ^ one) * 1099511628211UL;
        return new Dice(hash);
    }

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>An integer from 0 to <paramref name="limit"/>, exclusive.</summary>
    public int Below(int limit) => (int)((Next() >> 32) * (ulong)limit >> 32);

    /// <summary>An integer in a range, inclusive.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>A number from 0 to 1, exclusive.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Share(double least, double most) => least + (most - least) * Share();

    public bool Chance(double probability) => Share() < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>
    /// Rounds randomly up or down, so that the sum of many results approximates the sum of the values.
    /// </summary>
    public int Rounded(double value) => (int)Math.Floor(value) + (Chance(value - Math.Floor(value)) ? 1 : 0);
}
