namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>
/// The size of the requested page of a list: a number of rows from the start or the end.
/// </summary>
/// <param name="Backwards">Whether the rows are taken from the end.</param>
public sealed record PageRequest(int Size, bool Backwards)
{
    public const int DefaultSize = 50;
    public const int MaxSize = 500;

    /// <summary>Refuses invalid page sizes, and a request for both ends.</summary>
    public static PageRequest Of(int? first, int? last)
    {
        if (first is not null && last is not null)
            throw new QueryRefusedException("INVALID_PAGE", "last", "use either first or last, not both.");
        Check("first", first);
        Check("last", last);
        return new PageRequest(first ?? last ?? DefaultSize, last is not null);
    }

    private static void Check(string argument, int? size)
    {
        if (size is < 1 or > MaxSize)
            throw new QueryRefusedException(
                "INVALID_PAGE",
                argument,
                $"{argument} is {size}, but must be from 1 to {MaxSize}."
            );
    }
}
