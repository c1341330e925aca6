"""U101–U109: deploy.yml, where a site is uploaded to."""

from __future__ import annotations

from disclosure.errors.explanation import Explanation
from disclosure.errors.problem import Severity

TABLE = (
    Explanation(
        code="U101",
        title="上传设置里有密码或密钥",
        severity=Severity.ERROR,
        fixed=True,
        why="deploy.yml 和别的文件一起放在仓库里，看得到仓库的人都看得到它，删掉以后历史里还有。密码、私钥、访问密钥只放在环境变量里，流水线里放在平台的“机密变量”里。",
        wrong="目标:\n  main:\n    方式: ftp\n    主机: ftp.school.example\n    用户: xwgk\n    密码: ******",
        right="目标:\n  main:\n    方式: ftp\n    主机: ftp.school.example\n    用户: xwgk\n（密码放在环境变量 DISCLOSURE_DEPLOY_PASSWORD 里）",
    ),
    Explanation(
        code="U102",
        title="上传目标没有写全，或写了用不到的",
        severity=Severity.ERROR,
        why="每种方式要的不一样：folder 要文件夹；ftp、ftps 要主机、用户；sftp 还要文件夹；s3 要存储桶、端点。写了这种方式用不到的键，多半是方式选错了。",
        wrong="目标: {main: {方式: sftp, 主机: www.school.example}}",
        right="目标: {main: {方式: sftp, 主机: www.school.example, 用户: xwgk, 文件夹: /var/www/xwgk}}",
    ),
    Explanation(
        code="U103",
        title="没有上传设置",
        severity=Severity.ERROR,
        why="disclosure deploy 按 deploy.yml 上传。没有这个文件，就不知道传到哪里。",
        wrong="（学校的文件夹里没有 deploy.yml）",
        right="目标: {main: {方式: folder, 文件夹: /var/www/xwgk}}",
    ),
)
