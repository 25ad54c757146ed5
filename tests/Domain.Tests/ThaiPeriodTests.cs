using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Tests;

public sealed class ThaiPeriodTests
{
    [Theory]
    [InlineData("ครั้งที่ 2 มกราคม 2567", "2024-01-01", "2024-01-31")]
    [InlineData("รุ่นที่ ๓ มีนาคม ๒๕๖๗", "2024-03-01", "2024-03-31")]
    [InlineData("รอบ 2 มกราคม 2567", "2024-01-01", "2024-01-31")]
    [InlineData("ภาคเรียนที่ 2 มกราคม 2567 – มีนาคม 2567", "2024-01-01", "2024-03-31")]
    [InlineData("ไตรมาสที่ 2 มกราคม 2567 – มีนาคม 2567", "2024-01-01", "2024-03-31")]
    [InlineData("ระยะที่ 1 มกราคม 2567 ระยะที่ 2 กุมภาพันธ์ 2567", "2024-01-01", "2024-02-29")]
    [InlineData("รุ่นที่ 2 วันที่ 3 มกราคม 2567", "2024-01-03", "2024-01-03")]
    [InlineData("รุ่นที่ 1 วันที่ 10 - 12 มกราคม 2567", "2024-01-10", "2024-01-12")]
    [InlineData("วันที่ 3 เดือนมกราคม 2567", "2024-01-03", "2024-01-03")]
    [InlineData("วันที่ 3 - 5 เดือน มกราคม พ.ศ. 2567", "2024-01-03", "2024-01-05")]
    [InlineData("วันเสาร์ที่ 6 มกราคม 2567", "2024-01-06", "2024-01-06")]
    public void The_number_of_a_round_is_no_day(string printed, string start, string end) =>
        Read(printed).ShouldBe($"{start} {end}");

    [Theory]
    [InlineData("3 เดือน มกราคม 2567 – มีนาคม 2567")]
    [InlineData("3เดือนมกราคม 2567")]
    [InlineData("1 - 3 เดือน มกราคม 2567")]
    [InlineData("สัปดาห์ที่ 2 มกราคม 2567")]
    [InlineData("สัปดาห์ที่ 2 เดือนมกราคม 2567")]
    [InlineData("เดือนที่ 4 มกราคม 2567")]
    [InlineData("ปีที่ 2 มกราคม 2567")]
    [InlineData("ช่วงที่ 2 มกราคม 2567")]
    [InlineData("รุ่นที่ 1 และ 2 มกราคม 2567")]
    [InlineData("รุ่นที่ 1-2 มกราคม 2567")]
    [InlineData("รุ่นที่ 1/12/2566")]
    [InlineData("ระยะที่ 1 มกราคม 2567 ระยะที่ 2 มีนาคม 2567")]
    [InlineData("- ระยะที่ 1 มกราคม 2567 - ระยะที่ 2 มีนาคม 2567")]
    public void A_number_that_may_be_something_else_than_a_day_is_not_read(string printed) =>
        Read(printed).ShouldBeNull();

    [Theory]
    [InlineData("ไตรมาสที่ 2 และ 3", "2024-01-01", "2024-06-30")]
    [InlineData("ไตรมาสที่ 1, 2 และไตรมาสที่ 3", "2023-10-01", "2024-06-30")]
    [InlineData("ไตรมาสที่ 1 – 4", "2023-10-01", "2024-09-30")]
    [InlineData("มกราคม, กุมภาพันธ์ และมีนาคม 2567", "2024-01-01", "2024-03-31")]
    [InlineData("ธันวาคม 2566 – มีนาคม 2567 และ เมษายน – กันยายน 2567", "2023-12-01", "2024-09-30")]
    [InlineData("ธันวาคม 2566 – มีนาคม 2567 และ มีนาคม – กันยายน 2567", "2023-12-01", "2024-09-30")]
    [InlineData("10 มิถุนายน 2567 และ 11 มิถุนายน 2567", "2024-06-10", "2024-06-11")]
    [InlineData("ระหว่างวันที่ 1 ธันวาคม 2566 และวันศุกร์ที่ 5 มกราคม 2567", "2023-12-01", "2024-01-05")]
    [InlineData("เริ่มต้น 1 ตุลาคม 2566 สิ้นสุด 30 กันยายน 2567", "2023-10-01", "2024-09-30")]
    [InlineData("1 ตุลาคม 2566 เวลา 08.30 น. - 30 กันยายน 2567", "2023-10-01", "2024-09-30")]
    [InlineData("1 Oct 2023 to 30 Sep 2024", "2023-10-01", "2024-09-30")]
    public void Periods_that_follow_each_other_are_one(string printed, string start, string end) =>
        Read(printed).ShouldBe($"{start} {end}");

    [Theory]
    [InlineData("ไตรมาสที่ 2 และ 4")]
    [InlineData("ไตรมาสที่ 1 - 2 และ 4")]
    [InlineData("ไตรมาสที่ 2 (อบรม) และไตรมาสที่ 4 (ติดตาม)")]
    [InlineData("ธันวาคม 2566 – มกราคม 2567 และ มิถุนายน 2567 – กันยายน 2567")]
    [InlineData("ธันวาคม 2566 – มีนาคม 2567 และ พฤษภาคม – กันยายน 2567")]
    [InlineData("มกราคม, มีนาคม และกรกฎาคม 2567")]
    [InlineData("มกราคม มีนาคม 2567")]
    [InlineData("มกราคม 2567 อบรม-สัมมนา มีนาคม 2567")]
    [InlineData("มกราคม – มีนาคม – พฤษภาคม 2567")]
    [InlineData("10 และ 15 มิถุนายน 2567")]
    [InlineData("10 – 12 และ 15 – 17 มิถุนายน 2567")]
    [InlineData("ปีงบประมาณ 2567 และปีงบประมาณ 2569")]
    [InlineData("ระหว่างวันที่ 1 ธันวาคม 2566, วันที่ 5 มกราคม 2567")]
    [InlineData("ระหว่างวันที่ 1 ธันวาคม 2566 ครั้งที่ 2 วันที่ 5 มกราคม 2567")]
    [InlineData("ระหว่างวันที่ 1 ธันวาคม 2566 หรือวันที่ 5 มกราคม 2567")]
    public void Periods_with_a_gap_are_not_read(string printed) => Read(printed).ShouldBeNull();

    [Fact]
    public void A_length_must_be_that_of_the_only_days_that_are_printed()
    {
        var random = new Random(1);
        for (var round = 0; round < 60; round++)
        {
            var (first, count) = (random.Next(1, 15), random.Next(1, 14));
            var days = count == 1 ? $"{first}" : $"{first} - {first + count - 1}";
            var printed = round % 2 == 0 ? "{0} วัน {1} มิถุนายน 2567" : "วันที่ {1} มิถุนายน 2567 ({0} วัน)";
            Read(string.Format(null, printed, count, days))
                .ShouldBe($"2024-06-{first:00} 2024-06-{first + count - 1:00}");
            Read(string.Format(null, printed, count + random.Next(1, 90), days)).ShouldBeNull();
            Read($"{random.Next(2, 90)} เดือน นับแต่วันที่ {first} มิถุนายน 2567").ShouldBeNull();
        }

        for (var months = 2; months < 10; months++)
        {
            var printed = $"มกราคม 2567 – {ThaiDate.NameOf(months)} 2567";
            var read = Read(printed);
            Read($"{printed} ({months} เดือน)").ShouldBe(read);
            Read($"{printed} รายงานทุก {months - 1} เดือน").ShouldBe(read);
            Read($"{printed} (รวม {months + random.Next(1, 12)} เดือน)").ShouldBeNull();
        }

        Read("จัดอบรม 2 วัน ในเดือนมิถุนายน 2567").ShouldBe("2024-06-01 2024-06-30");
    }

    private static string? Read(string printed) =>
        ThaiPeriod.Of(printed, 2567) is var (start, end) ? $"{start:yyyy-MM-dd} {end:yyyy-MM-dd}" : null;
}
