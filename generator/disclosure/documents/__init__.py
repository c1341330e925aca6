"""The text inside attachments, and what else they tell: who wrote them, where a picture was taken."""
