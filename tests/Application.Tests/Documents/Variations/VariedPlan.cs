using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents.Variations;

/// <summary>A plan without contradictions in its plainest form, and what it states: all numbers of it are different.</summary>
internal static class VariedPlan
{
    public static string Text { get; } =
        """
            แผนพัฒนาครูและบุคลากรทางการศึกษา ปีงบประมาณ พ.ศ. 2567

            สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1

            โครงสร้าง

            1. กลุ่มอำนวยการ
            2. กลุ่มบริหารงานบุคคล
            3. กลุ่มพัฒนาครูและบุคลากรทางการศึกษา

            ตารางที่ 1 จำนวนครู ปีการศึกษา 2566

            ตำแหน่ง	ชาย	หญิง	รวม
            ครู	41	93	134
            ครูผู้ช่วย	17	26	43
            รวม	58	119	177

            กลยุทธ์ที่ 1 พัฒนาครูทั้งเขต

            ตัวชี้วัด :

            ที่	ตัวชี้วัด	หน่วยนับ	ค่าเป้าหมาย (ปี)			ระดับ
            			2567	2568	2569	
            1	ร้อยละของครูที่ผ่านเกณฑ์	ร้อยละ	71	76	81	สพท.
            2	ร้อยละของครูที่พัฒนาตนเอง	ร้อยละ	72	77	82	สพท. / โรงเรียน

            กลยุทธ์ที่ 2 ดูแลครูใหม่ทุกคน

            ตัวชี้วัด :

            ที่	ตัวชี้วัด	หน่วยนับ	ค่าเป้าหมาย (ปี)			ระดับ
            			2567	2568	2569	
            1	จำนวนครูที่มีพี่เลี้ยง	คน	311	322	333	สพท.

            ที่	ชื่อโครงการ
            1	โครงการอบรมครูแกนนำ
            2	โครงการพี่เลี้ยงครูใหม่

            โครงการ	อบรมครูแกนนำ
            หน่วยงานรับผิดชอบ	กลุ่มพัฒนาครูและบุคลากรทางการศึกษา
            ลักษณะโครงการ	โครงการใหม่
            กลยุทธ์ สพท.	กลยุทธ์ที่ 1 พัฒนาครูทั้งเขต
            ผู้รับผิดชอบโครงการ	นางสาวมานี มีตา ตำแหน่ง นักวิชาการศึกษา นายปิติ พิทักษ์ ตำแหน่ง ศึกษานิเทศก์

            1. หลักการและเหตุผล

            ครูแกนนำต้องได้รับการพัฒนาอย่างทั่วถึง

            2. วัตถุประสงค์

            2.1 เพื่อพัฒนาครูแกนนำ
            2.2 เพื่อติดตามครูแกนนำ

            3. ระยะเวลาดำเนินโครงการและสถานที่ดำเนินการ : ธันวาคม 2566 – กันยายน 2567

            4. กิจกรรมและงบประมาณ

            งบประมาณสำนักงานเขตพื้นที่การศึกษา จำนวนทั้งสิ้น 64,500.- บาท

            กิจกรรม	ไตรมาสที่ 1	ไตรมาสที่ 2	ไตรมาสที่ 3	ไตรมาสที่ 4	รวม
            1. ประชุมวางแผน	6,100	30,200	15,300	8,400	60,000
            2. รวมพลังครูทั้งอำเภอ	-	1,500	-	3,000	4,500
            รวม	6,100	31,700	15,300	11,400	64,500

            5. การติดตามและประเมินผล

            ตัวชี้วัดความสำเร็จ	ค่าเป้าหมาย	วิธีการประเมิน	เครื่องมือการประเมิน
            ตัวชี้วัดเชิงปริมาณ
            1. ร้อยละของครูที่ผ่านการอบรม	- ร้อยละ 91	- การทดสอบ	- แบบทดสอบ
            2. จำนวนบทเรียนที่ใช้ได้	- 16 บทเรียน	- การตรวจผลงาน	- แบบตรวจ

            6. ผลที่คาดว่าจะได้รับ

            6.1 ครูแกนนำมีความพร้อม

            โครงการ	พี่เลี้ยงครูใหม่
            หน่วยงานรับผิดชอบ	กลุ่มบริหารงานบุคคล
            ลักษณะโครงการ	โครงการต่อเนื่อง
            กลยุทธ์ สพท.	กลยุทธ์ที่ 2 ดูแลครูใหม่ทุกคน
            ผู้รับผิดชอบโครงการ	นางชูใจ เลิศล้ำ ตำแหน่ง นักทรัพยากรบุคคล

            1. หลักการและเหตุผล

            ครูใหม่ต้องการพี่เลี้ยง

            2. วัตถุประสงค์

            2.1 เพื่อให้ครูใหม่มีพี่เลี้ยง

            3. ระยะเวลาดำเนินโครงการและสถานที่ดำเนินการ : มกราคม 2567 – มีนาคม 2567

            4. กิจกรรมและงบประมาณ

            งบประมาณสำนักงานเขตพื้นที่การศึกษา จำนวนทั้งสิ้น 27,900.- บาท

            กิจกรรม	ไตรมาสที่ 1	ไตรมาสที่ 2	ไตรมาสที่ 3	ไตรมาสที่ 4	รวม
            1. จับคู่พี่เลี้ยง	-	12,600	-	-	12,600
            2. เยี่ยมห้องเรียน	-	15,300	-	-	15,300
            รวม	-	27,900	-	-	27,900

            5. ผลที่คาดว่าจะได้รับ

            5.1 ครูใหม่อยู่ในวิชาชีพต่อไป
            """.ReplaceLineEndings("\n");

    /// <summary>What a plan states, a value for each name.</summary>
    public static SortedDictionary<string, string> Facts(PlanFile plan)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["office"] = plan.Office.Code,
            ["year"] = $"{plan.DevelopmentPlan.FiscalYear}",
        };
        foreach (var unit in plan.Office.OrgUnits)
            Add($"unit {unit.Number}", unit.Name);
        foreach (var strategy in plan.StrategicPlan.Strategies)
        {
            Add($"strategy {strategy.Number}", strategy.Name);
            foreach (var indicator in strategy.Indicators)
            {
                var name = $"strategy {strategy.Number} indicator {indicator.Number}";
                Add(name, $"{indicator.Name}, {indicator.Unit}, {indicator.Level}");
                foreach (var target in indicator.Targets)
                    Add($"{name} {target.FiscalYear}", $"{target.Target:0.####}");
            }
        }

        foreach (var cell in plan.Datasets.SelectMany(dataset => dataset.Observations))
            Add($"dataset {string.Join('/', cell.At)}", $"{cell.Value:0.####}");
        foreach (var project in plan.DevelopmentPlan.Projects)
            AddProject(project);
        return facts;

        void Add(string name, string value) => facts[facts.ContainsKey(name) ? $"{name} again" : name] = value;

        void AddProject(ProjectDocument project)
        {
            var name = $"project {project.Number}";
            facts.Add(name, project.Name);
            Add($"{name} unit", $"{project.ResponsibleUnit}");
            Add($"{name} strategy", $"{project.Strategy}");
            Add($"{name} nature", $"{project.Nature}");
            Add($"{name} period", $"{project.StartsOn:yyyy-MM-dd} {project.EndsOn:yyyy-MM-dd}");
            Add($"{name} budget", $"{project.StatedBudget:0.##}");
            Add($"{name} objectives", string.Join("; ", project.Objectives.Select(one => one.Text)));
            foreach (var owner in project.Owners)
                Add($"{name} owner {owner.Name}", owner.Position);
            foreach (var activity in project.Activities)
                Add($"{name} activity {activity.Name}", Row(activity.Printed));
            Add($"{name} totals", project.PrintedTotals is { } totals ? Row(totals) : "");
            foreach (var kpi in project.Kpis)
                Add($"{name} {kpi.Kind} {kpi.Name}", $"{kpi.TargetValue:0.####} {kpi.TargetUnit}");
        }
    }

    private static string Row(PrintedAmounts amounts) =>
        string.Join(
            ' ',
            new[] { amounts.Q1, amounts.Q2, amounts.Q3, amounts.Q4, amounts.Total }.Select(one => $"{one ?? 0:0.##}")
        );
}
