namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>Which page of a list is wanted: so many rows from one end or the other, between cursors.</summary>
/// <param name="Backwards">Whether the rows are counted from the end.</param>
public sealed record PageRequest(int Size, bool Backwards, string? After, string? Before)
{
    public const int DefaultSize = 50;
    public const int MaxSize = 500;

    /// <summary>Refuses sizes out of bounds, and both ends at once.</summary>
    public static PageRequest Of(int? first, string? after, int? last, string? before)
    {
        if (first is not null && last is not null)
            throw new QueryRefusedException("INVALID_PAGE", "last", "use either first or last, not both.");
        Check("first", first);
        Check("last", last);
        return new PageRequest(first ?? last ?? DefaultSize, last is not null, after, before);
    }

    private static void Check(string argument, int? size)
    {
        if (size is < 1 or > MaxSize)
            throw new QueryRefusedException(
                "INVALID_PAGE",
                argument,
                $"{argument} is {size}, but must lie from 1 to {MaxSize}."
            );
    }
}
