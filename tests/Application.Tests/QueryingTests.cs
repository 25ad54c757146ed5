using CsCheck;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Application.Tests;

public sealed class QueryingTests
{
    private static readonly Cursors Cursors = new(new byte[] { 1, 2, 3 });

    [Fact]
    public void An_id_is_read_back_as_it_was_written() =>
        Gen.Guid.Sample(id =>
            NodeId.TryParse(new NodeId("Project", id).ToString(), out var read) && read == new NodeId("Project", id)
        );

    [Fact]
    public void Any_other_text_is_no_id_or_is_written_back_the_same() =>
        Gen.String.Sample(text => !NodeId.TryParse(text, out var read) || read.ToString() == text);

    [Fact]
    public void A_cursor_gives_back_the_values_it_was_made_of() =>
        Gen.Select(Gen.String[Gen.Char['ก', '๛'], 0, 50], Gen.Int)
            .Sample(
                (name, number) =>
                {
                    var cursor = Cursors.Write("Project", ["name", "number"], [name, number]);
                    return Cursors
                        .Read(cursor, "after", "Project", [("name", typeof(string)), ("number", typeof(int))])
                        .SequenceEqual([name, number]);
                }
            );

    [Fact]
    public void A_cursor_of_another_list_or_database_is_refused()
    {
        (string, Type)[] keys = [("number", typeof(int))];
        var cursor = Cursors.Write("Project", ["number"], [1]);
        Should.Throw<QueryRefusedException>(() => Cursors.Read(cursor, "after", "Activity", keys));
        Should.Throw<QueryRefusedException>(() => new Cursors(new byte[] { 9 }).Read(cursor, "after", "Project", keys));
    }
}
